import type { NameCandidate } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { type ReadName, readName } from '../recognise/known.ts';
import type { LinkBlock } from './link.ts';

/** One way to understand a mention: a name of the pack, and what its own block says about it. */
export interface Sense {
  readonly name: ReadName;
  readonly entity: EntityId;
  /** Bits of the name's needs that the block alone shows. */
  readonly needs: number;
  readonly rejected: boolean;
}

/** A candidate in its place in the article. */
export interface Mention {
  readonly block: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly candidate: NameCandidate;
  readonly senses: readonly Sense[];
  readonly lang: string;
  /** As `BlockCandidates.brief`. */
  readonly brief: boolean;
  /** It ends a longer name that brackets introduce: the country in "State Oil Fund of Azerbaijan (SOFAZ)". */
  readonly introduced: boolean;
  /** Slugs of posts that stand directly before: "President Tokayev", «президент Казахстана Токаев». */
  readonly posts: readonly string[];
}

/** All candidates of the blocks of one article, with their senses. Names that were not yet in use on the article's day are out. */
export function mentionsOf(blocks: readonly LinkBlock[], knowledge: Knowledge, day: string | undefined): Mention[] {
  return blocks.flatMap((block, number) => {
    const { names, sentences, lang, introductions } = block.candidates;
    const posts = postSpans(block, knowledge);
    return names.map((candidate): Mention => {
      const senses = candidate.names.flatMap((index, i): Sense[] => {
        const name = readName(knowledge, index);
        if (day !== undefined && name.from !== undefined && day < name.from.slice(0, day.length)) return [];
        const local = candidate.local[i];
        return [{ name, entity: name.entity, needs: local?.needs ?? 0, rejected: local?.rejected ?? false }];
      });
      return {
        block: number,
        sentence: sentenceAt(sentences, candidate.start),
        start: candidate.start,
        end: candidate.end,
        candidate,
        senses,
        lang,
        brief: block.candidates.brief ?? false,
        introduced: introductions.some(({ long }) => long.start < candidate.start && candidate.end <= long.end),
        posts: postsBefore(candidate, posts, names),
      };
    });
  });
}

function sentenceAt(sentences: readonly number[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (sentences[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface PostSpan {
  readonly start: number;
  readonly end: number;
  readonly post: string;
}

function postSpans(block: LinkBlock, knowledge: Knowledge): PostSpan[] {
  return block.candidates.cues.flatMap(({ start, end, cue }) => {
    const { kind, ref } = knowledge.cue(cue);
    return kind === 'post' ? [{ start, end, post: ref }] : [];
  });
}

/** Characters between a post and the name it announces: a space. */
const TIGHT = 1;
/** Between a post and the place it is for: " of ". */
const OF = 4;
/** Places and bodies that may stand between: "President of Kazakhstan Tokayev". */
const BETWEEN = 2;

function postsBefore(candidate: NameCandidate, posts: readonly PostSpan[], names: readonly NameCandidate[]): string[] {
  if (posts.length === 0) return [];
  const found = new Set<string>();
  let edge = candidate.start;
  for (let step = 0; step <= BETWEEN; step++) {
    const reach = step === 0 ? TIGHT : OF;
    for (const { end, post } of posts) if (end < edge && edge - end <= reach) found.add(post);
    if (found.size > 0) break;
    const before = names.filter((name) => name.end < edge && edge - name.end <= TIGHT);
    if (before.length === 0) break;
    edge = Math.min(...before.map((name) => name.start));
  }
  return [...found];
}
