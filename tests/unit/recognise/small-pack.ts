import { readFileSync } from 'node:fs';
import {
  buildLexicon,
  cuePayload,
  type Lexicon,
  type LexiconEntry,
  namePayload,
  openLexicon,
  wordPayload,
} from '../../../src/lexicon/index.ts';
import type { EntityAnnotation } from '../../../src/model/annotation.ts';
import type { DocumentFacts } from '../../../src/model/document.ts';
import type { Evidence, Name, Reach, Relation } from '../../../src/model/entity.ts';
import type { EntityId, EntityType, LocalText } from '../../../src/model/ids.ts';
import { typeOf } from '../../../src/model/ids.ts';
import type { Cue, EntityBrief, Knowledge, KnownName } from '../../../src/model/knowledge.ts';
import { recogniseBlock } from '../../../src/recognise/recognise.ts';
import { type LinkBlock, linkNames } from '../../../src/resolve/link.ts';
import { wholeWords } from '../../../src/resolve/link-words.ts';

/** A small dataset for tests, in the shape of tests/cases/names-pack.json: names as `lang kind strength text`, evidence as strings. */
interface SmallEntity {
  readonly id: EntityId;
  readonly in?: readonly EntityId[];
  readonly wide?: boolean;
  readonly names: readonly string[];
  readonly needs?: readonly string[];
  readonly rejects?: readonly string[];
  readonly roles?: readonly { readonly post: string; readonly object: EntityId; readonly from?: string; readonly to?: string }[];
}
interface SmallPack {
  readonly entities: readonly SmallEntity[];
  readonly posts: Readonly<Record<string, { readonly label: string; readonly words: readonly string[] }>>;
}

const REACH = / in (token|sentence|block|page)$/;
function evidence(text: string): Evidence {
  const reach = (REACH.exec(text)?.[1] ?? 'page') as Reach;
  const [is, ...rest] = text.replace(REACH, '').split(' ');
  const what = rest.join(' ');
  switch (is) {
    case 'entity':
      return { is, id: what as EntityId, reach };
    case 'country':
      return { is, id: what as EntityId, reach };
    case 'type':
      return { is, type: what as EntityType, reach };
    case 'word':
      return { is, text: what, reach };
    case 'before':
    case 'after':
    case 'outlet':
    case 'lang':
      return { is, text: what };
    default:
      return { is: 'full-name' };
  }
}

/** The first name of each language. */
function labelOf({ names }: SmallEntity): LocalText {
  const label: Record<string, string> = {};
  for (const line of names) {
    const [lang, , , ...rest] = line.split(' ');
    label[lang!] ??= rest.join(' ');
  }
  return { en: names[0]!.split(' ').slice(3).join(' '), ...label };
}

const pattern = (text: string) => (text.endsWith('*') ? { text: text.slice(0, -1), prefix: true } : { text });

export interface Small {
  readonly lexicon: Lexicon;
  readonly knowledge: Knowledge;
}

export function readSmallPack(): Small {
  const pack = JSON.parse(readFileSync(new URL('../../cases/names-pack.json', import.meta.url), 'utf8')) as SmallPack;
  return makePack(pack);
}

function makePack({ entities, posts }: SmallPack): Small {
  const names = entities.flatMap(({ id, names: texts, needs = [], rejects = [] }) =>
    texts.map((line): KnownName => {
      const [lang, kind, strength, ...rest] = line.split(' ');
      const weak = strength === 'weak';
      return {
        entity: id,
        text: rest.join(' '),
        lang: lang!,
        kind: kind as Name['kind'],
        strength: weak ? 'weak' : 'strong',
        case: kind === 'abbreviation' ? 'exact' : 'fold',
        ...(weak && { needs: needs.map(evidence), rejects: rejects.map(evidence) }),
      };
    }),
  );
  const cues = Object.entries(posts).flatMap(([ref, { words }]) =>
    words.map((text) => ({ cue: { kind: 'post', ref, lang: 'und' } as Cue, text })),
  );
  const words = [
    ...new Set(
      names.flatMap((n) => [...(n.needs ?? []), ...(n.rejects ?? [])].flatMap((e) => (e.is === 'word' ? [e.text] : []))),
    ),
  ];
  const entries: LexiconEntry[] = [
    ...names.map((n, i) => ({ text: n.text, lang: n.lang, case: n.case, payload: namePayload(i) })),
    ...cues.map(({ text }, i) => ({ ...pattern(text), lang: 'und', case: 'fold' as const, payload: cuePayload(i) })),
    ...words.map((text, i) => ({ ...pattern(text), lang: 'und', case: 'fold' as const, payload: wordPayload(i) })),
  ];
  const briefs = new Map(
    // An entity may have several rows, each with names of its own evidence; the first says what it is.
    [...entities].reverse().map((e): [EntityId, EntityBrief] => [
      e.id,
      {
        id: e.id,
        type: typeOf(e.id),
        label: labelOf(e),
        countries: typeOf(e.id) === 'country' ? [e.id] : (e.in ?? []),
        relations: (e.roles ?? []).map((role): Relation => ({ predicate: 'holds-role', sources: ['somewhere'], ...role })),
        ...(e.wide && { wide: true }),
      },
    ]),
  );
  const knowledge: Knowledge = {
    version: 'small',
    name: (i) => names[i]!,
    cue: (i) => cues[i]!.cue,
    word: (i) => words[i]!,
    entity: (id) => briefs.get(id),
    post: (slug) => posts[slug] && { slug, label: { en: posts[slug].label }, singleSeat: true, words: {} },
    basis: () => undefined,
    indicator: () => undefined,
    observations: () => [],
    observation: () => undefined,
    holders: (post, object) =>
      [...briefs.values()].flatMap((b) =>
        b.relations.filter((r) => r.post === post && r.object === object).map((relation) => ({ person: b.id, relation })),
      ),
    events: () => [],
    articleByUrl: () => undefined,
    article: () => undefined,
    articlesOf: () => [],
    source: () => undefined,
    outletOf: () => undefined,
  };
  return { lexicon: openLexicon(buildLexicon(entries)), knowledge };
}

/** `"{Kazakhstan|country/kz}’s trade"` → the text without the braces, and what should be marked. */
export function readMarked(marked: string): { text: string; expected: { start: number; end: number; entity: string }[] } {
  let text = '';
  const expected: { start: number; end: number; entity: string }[] = [];
  for (const part of marked.split(/(\{[^}]*\})/)) {
    const mark = /^\{(.*)\|([^|]*)\}$/.exec(part);
    if (mark) expected.push({ start: text.length, end: text.length + mark[1]!.length, entity: mark[2]! });
    text += mark ? mark[1] : part;
  }
  return { text, expected };
}

/** Blocks of a text, one a line. */
function blocksOf(text: string, facts: DocumentFacts, small: Small): LinkBlock[] {
  return text.split('\n').map((line, i) => ({
    id: `b${i}`,
    role: i === 0 ? 'headline' : 'body',
    section: 0,
    article: 0,
    candidates: recogniseBlock({ text: line }, facts, small),
  }));
}

/** Offsets into the whole text. */
export function linkText(text: string, facts: DocumentFacts, small: Small): EntityAnnotation[] {
  const starts = [0];
  for (const line of text.split('\n')) starts.push(starts.at(-1)! + line.length + 1);
  const blocks = blocksOf(text, facts, small);
  return wholeWords(linkNames(facts, blocks, small.knowledge), blocks).map((a) => {
    const at = starts[Number(a.block.slice(1))]!;
    return { ...a, start: a.start + at, end: a.end + at };
  });
}
