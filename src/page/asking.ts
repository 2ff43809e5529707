import type { AnnotateReply, AnnotateRequest, Annotation } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { Schedule } from './schedule.ts';
import type { LiveBlock, TextBlocks } from './text-blocks.ts';

/** New text in one request, in characters. Articles are below and go whole; a call must be answered in two seconds on a slow machine too. */
const WHOLE = 60_000;
/** After a call that failed, as one that was not answered in time, the next asks for a third as much, but not for less than this. */
const PART = 5000;
/** Pauses after failed calls, in ms; then the next change of the page tries again. */
const RETRIES = [500, 2000, 8000];

export interface AskOptions {
  readonly texts: TextBlocks;
  readonly schedule: Schedule;
  readonly annotate: (request: AnnotateRequest) => Promise<AnnotateReply>;
  readonly facts: () => DocumentFacts;
  readonly muted: () => readonly EntityId[];
  readonly isAlive: () => boolean;
  /** Nothing is asked before. */
  readonly ready: Promise<unknown>;
  readonly onAnnotations: (annotations: readonly Annotation[]) => void;
}

/** Our half of the annotate protocol (`model/annotation.ts`): holds the candidates and sends them again; one request at a time. */
export interface Asking {
  /** Something changed: the next `ask` asks. */
  need(): void;
  /** Everything that was recognised counts for nothing (another dataset, other facts). */
  forget(): void;
  /** Asks until every block is recognised; false when the session ended. */
  ask(): Promise<boolean>;
  /** Answers in a row that changed nothing. */
  readonly fruitless: number;
}

export function makeAsking(options: AskOptions): Asking {
  const { texts, schedule } = options;
  let needed = false;
  let whole = WHOLE;
  let dataset: string | undefined;
  /** Requests sent before this was raised are stale. */
  let token = 0;
  let signature = '';
  let fruitless = 0;

  /** Every block in document order that is recognised, and as many new ones as fit. */
  function request(): { blocks: AnnotateRequest['blocks']; isAll: boolean } {
    const blocks: AnnotateRequest['blocks'][number][] = [];
    let room = whole;
    let isAll = true;
    for (const { id, role, section, article, lang, candidates, text } of texts.blocks) {
      const block = lang ? { id, role, section, article, lang } : { id, role, section, article };
      if (candidates) blocks.push({ ...block, candidates });
      else if (room > 0) {
        blocks.push({ ...block, text });
        room -= text.length;
      } else isAll = false;
    }
    return { blocks, isAll };
  }

  function forget(): void {
    for (const block of texts.blocks) block.candidates = undefined;
    token += 1;
    signature = '';
    fruitless = 0;
    needed = true;
  }

  /** Puts an answer in place; false where it is stale. */
  function take(reply: AnnotateReply, asked: number): boolean {
    if (asked !== token) return false;
    if (dataset !== undefined && dataset !== reply.dataset) {
      dataset = reply.dataset;
      forget();
      return false;
    }
    dataset = reply.dataset;
    const byId = new Map<string, LiveBlock>(texts.blocks.map((block) => [block.id, block]));
    for (const [id, candidates] of Object.entries(reply.candidates)) {
      const block = byId.get(id);
      if (block) block.candidates = candidates;
    }
    // The page may have changed meanwhile: an id stands for one text, so what is left is right where it stands.
    const standing = reply.annotations.filter(({ block }) => byId.has(block));
    const now = standing.map(({ id, end }) => `${id} ${end}`).join();
    fruitless = now === signature ? fruitless + 1 : 0;
    signature = now;
    options.onAnnotations(standing);
    return true;
  }

  return {
    get fruitless() {
      return fruitless;
    },
    need: () => {
      needed = true;
    },
    forget,
    ask: async () => {
      let tries = 0;
      await options.ready;
      if (!options.isAlive()) return false;
      while (needed) {
        needed = false;
        const asked = token;
        const { blocks, isAll } = request();
        try {
          const sent = performance.now();
          const answer = options.annotate({ facts: options.facts(), blocks, muted: options.muted() });
          schedule.charge(performance.now() - sent);
          const reply = await answer;
          if (!options.isAlive()) return false;
          tries = 0;
          const start = performance.now();
          if (!take(reply, asked) || !isAll) needed = true;
          schedule.charge(performance.now() - start);
        } catch {
          if (!options.isAlive()) return false;
          needed = true;
          whole = Math.max(PART, whole / 3);
          const pause = RETRIES[tries++];
          if (pause === undefined) return true;
          if (!(await schedule.rest(pause)) || !(await schedule.visible())) return false;
        }
      }
      return options.isAlive();
    },
  };
}
