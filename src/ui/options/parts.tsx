import type { ComponentChildren } from 'preact';
import { COMMON } from '../../locale/common.ts';
import { makeWords } from '../../locale/index.ts';
import { OPTIONS } from '../../locale/options.ts';
import { SHELL } from '../../locale/shell.ts';
import { VIEWS } from '../../locale/views.ts';
import type { Language } from '../../model/ids.ts';
import type { OptionsPort, OptionsState } from './port.ts';

export const optionsWords = (language: Language) => makeWords(language, COMMON, VIEWS, OPTIONS, SHELL);
export type OptionsWords = ReturnType<typeof optionsWords>;

/** What was just done and how to take it back. */
export interface Done {
  readonly text: string;
  readonly undo?: () => Promise<void>;
}

/** What every part of the page works with. */
export interface Parts {
  readonly state: OptionsState;
  readonly words: OptionsWords;
  readonly port: OptionsPort;
  /** Waits for the work, says what was done, loads again. */
  readonly run: (work: Promise<void>, after?: Done) => void;
}

export function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>{title}</h2>
      <div class="content">{children}</div>
    </section>
  );
}
