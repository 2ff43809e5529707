import type { EntityAnnotation, Reason, Via } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { leftmostLongest } from '../recognise/overlaps.ts';
import { INITIAL, MOST_NEEDS, PAIR, QUOTED, REGION_WORD } from '../recognise/shown.ts';
import type { LinkBlock } from './link.ts';
import {
  type Context,
  documentEvidence,
  type Established,
  elsewhere,
  localReason,
  type Place,
  roleEvidence,
} from './link-evidence.ts';
import { type Introduced, introducedBy } from './link-introduced.ts';
import { partOfLonger } from './link-longer.ts';
import { marks } from './link-marks.ts';
import { type Mention, mentionsOf, type Sense } from './link-mentions.ts';
import { roleAt } from './roles.ts';

/** A sense that holds, and why. */
export interface Held {
  readonly sense: Sense;
  readonly reasons: readonly Reason[];
  /** Only another mention of the entity speaks for it. */
  readonly later: boolean;
}

export interface Linked {
  readonly mention: Mention;
  readonly held: Held;
}

/** Rounds after which what is established no longer grows on any page that a person wrote. */
const ROUNDS = 8;

/**
 * Links the names of one article. Every round decides all mentions at once by what the round before established, so their order doesn't
 * matter; what is established only grows, so the rounds end. Rejects are judged by the strong names alone, or a round could undo itself.
 */
export function linkArticle(
  facts: DocumentFacts,
  blocks: readonly LinkBlock[],
  knowledge: Knowledge,
): { block: number; annotation: EntityAnnotation }[] {
  const context: Context = { facts, knowledge };
  const mentions = mentionsOf(blocks, knowledge, facts.date);
  const words = blocks.map(({ candidates }) => new Set(candidates.words.map((word) => knowledge.word(word))));
  const prose = new Set(blocks.flatMap(({ candidates }, i) => (candidates.brief ? [] : [...words[i]!])));
  const says = (word: string, block: number) => prose.has(word) || words[block]!.has(word);
  const introduced = introducedBy(blocks, mentions);
  const rivals = rivalSurnames(mentions);
  const outlet = new Map<EntityId, Place[]>(facts.outlet ? [[facts.outlet, []]] : []);

  const strong = winners(mentions, (mention) =>
    mention.senses.flatMap((sense): Held[] =>
      sense.name.strength === 'strong' && !sense.rejected && !partOfLonger(mention, sense)
        ? [{ sense, reasons: [], later: false }]
        : [],
    ),
  );
  const base: Established = { at: establish(outlet, strong), says };
  const rejected = (mention: Mention, sense: Sense) =>
    sense.rejected ||
    partOfLonger(mention, sense) ||
    (sense.name.strength === 'weak' && introduced.foreign.has(sense.name.text)) ||
    (sense.name.rejects?.some((evidence) => documentEvidence(evidence, mention, sense, base, context)) ?? false);
  const open = mentions.map((mention) => ({ ...mention, senses: mention.senses.filter((sense) => !rejected(mention, sense)) }));

  let established = base;
  let linked: Linked[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    linked = winners(open, (mention) =>
      mention.senses.flatMap((sense) => hold(mention, sense, established, introduced, rivals, context) ?? []),
    );
    const at = establish(established.at, linked);
    const grew = [...at.keys()].length > [...established.at.keys()].length || placeCount(at) > placeCount(established.at);
    established = { at, says };
    if (!grew) break;
  }
  const shown = marks(blocks, linked, knowledge);
  return linked.map(({ mention, held }) => ({
    block: mention.block,
    annotation: {
      ...annotation(blocks[mention.block]!, mention, held, context),
      marked: shown(mention.block, held.sense.entity),
    },
  }));
}

/** Does the sense hold now? Strong names do; weak ones want a reason. */
function hold(
  mention: Mention,
  sense: Sense,
  established: Established,
  introduced: Introduced,
  rivals: ReadonlySet<string>,
  context: Context,
): Held | undefined {
  const { name } = sense;
  if (name.strength === 'strong') return { sense, reasons: [{ is: 'name', text: name.text }], later: false };
  const reasons: Reason[] = [];
  name.needs?.forEach((evidence, i) => {
    const reason =
      i < MOST_NEEDS && (sense.needs >>> i) & 1
        ? localReason(evidence)
        : documentEvidence(evidence, mention, sense, established, context);
    if (reason && reason.is !== 'earlier-mention') reasons.push(reason);
  });
  if (sense.needs & (REGION_WORD | PAIR)) reasons.push({ is: 'word', text: mention.candidate.surface });
  if (sense.needs & (INITIAL | QUOTED)) reasons.push({ is: 'name', text: name.text });
  if (introduced.meant.get(name.text)?.has(sense.entity)) reasons.push({ is: 'introduced', text: name.text });
  const role = roleEvidence(mention, sense, context);
  if (role) reasons.push(role);
  if (reasons.length > 0) return { sense, reasons, later: false };
  // A person may always be named again by the family name; of other names the dataset says whether the full one suffices.
  const again = name.type === 'person' || !name.needs?.length || name.needs.some((evidence) => evidence.is === 'full-name');
  if (!again) return undefined;
  const rival = name.type === 'person' && rivals.has(mention.candidate.surface);
  if (rival || !elsewhere(established, mention, sense)) return undefined;
  return { sense, reasons: [{ is: 'earlier-mention', text: sense.entity }], later: true };
}

/** Surnames that somebody carries whom the dataset doesn't know: "Farid Aliyev" beside Ilham Aliyev. */
function rivalSurnames(mentions: readonly Mention[]): ReadonlySet<string> {
  const rivals = new Set<string>();
  for (const { candidate, senses } of mentions) {
    const touchesBefore = candidate.touches === 'before' || candidate.touches === 'both';
    if (touchesBefore && senses.some(({ name }) => name.type === 'person' && name.tokenCount === 1))
      rivals.add(candidate.surface);
  }
  return rivals;
}

/** One owner for each character, and for each owner one entity or none. */
function winners(mentions: readonly Mention[], holds: (mention: Mention) => readonly Held[]): Linked[] {
  const byBlock = new Map<number, { mention: Mention; start: number; end: number; held: readonly Held[] }[]>();
  for (const mention of mentions) {
    const held = holds(mention);
    if (held.length === 0) continue;
    const list = byBlock.get(mention.block) ?? [];
    list.push({ mention, start: mention.start, end: mention.end, held });
    byBlock.set(mention.block, list);
  }
  return [...byBlock.keys()]
    .sort((a, b) => a - b)
    .flatMap((block) =>
      leftmostLongest(byBlock.get(block)!).flatMap(({ mention, held }): Linked[] => {
        const chosen = choose(held);
        return chosen ? [{ mention, held: chosen }] : [];
      }),
    );
}

const KIND_RANK = [
  'official',
  'short',
  'abbreviation',
  'translation',
  'transliteration',
  'demonym',
  'metonym',
  'former',
  'misspelling',
];

/** The sense that has most to say for it; none where two entities have equally much. */
function choose(held: readonly Held[]): Held | undefined {
  const weight = ({ sense, reasons, later }: Held) => (sense.name.strength === 'strong' ? 100 : later ? 50 : 50 + reasons.length);
  const ranked = [...held].sort(
    (a, b) => weight(b) - weight(a) || KIND_RANK.indexOf(a.sense.name.kind) - KIND_RANK.indexOf(b.sense.name.kind),
  );
  const best = ranked[0]!;
  const rival = ranked.find((other) => other.sense.entity !== best.sense.entity);
  return rival && weight(rival) === weight(best) ? undefined : best;
}

function establish(before: ReadonlyMap<EntityId, readonly Place[]>, linked: readonly Linked[]): Map<EntityId, readonly Place[]> {
  const at = new Map<EntityId, Place[]>([...before].map(([id, places]) => [id, [...places]]));
  for (const { mention, held } of linked) {
    const { block, sentence, start, end, brief } = mention;
    const places = at.get(held.sense.entity) ?? [];
    if (!places.some((p) => p.block === block && p.start === start)) places.push({ block, sentence, start, end, brief });
    at.set(held.sense.entity, places);
  }
  return at;
}

function placeCount(at: ReadonlyMap<EntityId, readonly Place[]>): number {
  let count = 0;
  for (const places of at.values()) count += places.length;
  return count;
}

function annotation(
  block: LinkBlock,
  mention: Mention,
  { sense, reasons, later }: Held,
  { facts, knowledge }: Context,
): EntityAnnotation {
  const { name, entity: id } = sense;
  const entity = knowledge.entity(id);
  const role = entity && name.type === 'person' ? roleAt(entity, facts.date) : undefined;
  const roleLabel = role && knowledge.post(role.post)?.label.en;
  const others = [...new Set(mention.candidate.names.map((index) => knowledge.name(index).entity))].filter(
    (other) => other !== id,
  );
  return {
    kind: 'entity',
    id: `${block.id}:${mention.start}:entity`,
    block: block.id,
    start: mention.start,
    end: mention.end,
    surface: mention.candidate.surface,
    entity: id,
    type: name.type,
    name: entity?.label.en ?? name.text,
    ...(entity?.sameAs && { sameAs: entity.sameAs }),
    via: later ? 'later-mention' : (name.kind satisfies Via),
    ...(roleLabel && { role: roleLabel }),
    evidence: reasons,
    ...(others.length > 0 && { others }),
    marked: true,
  };
}
