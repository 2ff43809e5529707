import type { Readable, Writable } from 'node:stream';
import type { z } from 'zod';

/** The person ended the input before everything was answered. */
export class PromptEnded extends Error {
  override readonly name = 'PromptEnded';
  constructor() {
    super('ended before all was answered: nothing was written');
  }
}

/** Questions on a terminal, or answered by lines of a file; a bad answer is told and asked again. */
export interface Prompt {
  /** Empty takes `preset`; without one the answer is checked as it is. */
  ask<S extends z.ZodType>(question: string, schema: S, preset?: string): Promise<z.output<S>>;
  /** Empty is no answer. */
  maybe<S extends z.ZodType>(question: string, schema: S): Promise<z.output<S> | undefined>;
  say(text: string): void;
}

async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  input.setEncoding('utf8');
  for await (const chunk of input) {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}

export function makePrompt(input: Readable, output: Writable): Prompt {
  const lines = linesOf(input);
  const answer = async (question: string): Promise<string> => {
    output.write(question);
    const { value, done } = await lines.next();
    if (done) throw new PromptEnded();
    return value.trim().normalize('NFC');
  };
  const judged = async <S extends z.ZodType>(question: string, schema: S, preset: string | undefined, optional: boolean) => {
    for (;;) {
      const given = await answer(`${question}${preset ? ` [${preset}]` : ''}${optional ? ' (may be empty)' : ''}: `);
      if (optional && given === '') return undefined;
      const result = schema.safeParse(given === '' && preset !== undefined ? preset : given);
      if (result.success) return result.data;
      const { message } = result.error.issues[0]!;
      output.write(`  ${message.startsWith('is ') ? `"${given}" ` : ''}${message}\n`);
    }
  };
  return {
    ask: (question, schema, preset) => judged(question, schema, preset, false) as never,
    maybe: (question, schema) => judged(question, schema, undefined, true) as never,
    say: (text) => {
      output.write(`${text}\n`);
    },
  };
}
