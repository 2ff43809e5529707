import type { ClaimAnnotation, ClaimSide, EntityAnnotation } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { Relation } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { formatPeriod } from '../model/period.ts';
import { holdsAt, intervalOf } from './intervals.ts';
import { type CueMark, gap, type Phrase, senses } from './phrases.ts';

/** Characters between post and place ("Governor of X Region"), and between a person and a post that follows (", the governor"). */
const BESIDE = 6;
/** Characters between a post with its place and the person whose it is: a space, a comma. */
const JOINED = 2;
/** Characters before a post within which "former", "acting" or "deputy" makes it another one. */
const MODIFIED = 14;

/** Posts that the article gives a person at its date and that our sources give to nobody, or to somebody else. Nothing where either side is unsure. */
export function roleClaims(phrase: Phrase, facts: DocumentFacts, knowledge: Knowledge): ClaimAnnotation[] {
  const { date } = facts;
  if (!date) return [];
  return phrase.cues
    .filter((c) => c.kind === 'post' && !modified(phrase, c))
    .flatMap((cue): ClaimAnnotation[] => {
      const said = apposition(phrase, cue);
      const differs = said && differing(said.person.entity, cue.ref, said.object.entity, date, knowledge);
      if (!said || !differs) return [];
      // The mark stands on what is in question: the place or body that the person is said to serve.
      const { block, start, end, surface, entity } = said.object;
      return [
        {
          kind: 'claim',
          id: `${block}:${start}:claim`,
          block,
          start,
          end,
          surface,
          marked: true,
          claim: 'role',
          about: said.person.entity,
          says: { post: cue.ref, object: entity, period: date, sources: [] },
          others: differs.map((r) => sideOf(r, knowledge)),
        },
      ];
    });
}

function modified(phrase: Phrase, post: CueMark): boolean {
  return senses(phrase, 'former', 'acting', 'deputy').some(
    (m) => (m.end <= post.start || m.start >= post.end) && gap(m, post) <= MODIFIED,
  );
}

/** The person and the object that stand right beside a post, in any order of the three, with nobody else between. */
function apposition(phrase: Phrase, post: CueMark): { person: EntityAnnotation; object: EntityAnnotation } | undefined {
  const parts = phrase.entities.filter((e) => e.type !== 'outlet');
  const chains = parts.flatMap((person) =>
    person.type === 'person'
      ? parts.flatMap((object) => {
          if (object.type === 'person') return [];
          const first = Math.min(post.start, object.start);
          const last = Math.max(post.end, object.end);
          const follows = person.start >= last && person.start - last <= JOINED;
          const leads = person.end <= first && first - person.end <= (post.start === first ? BESIDE : JOINED);
          return gap(post, object) <= BESIDE && (follows || leads) ? [{ person, object, follows }] : [];
        })
      : [],
  );
  // Who follows a post holds it; whoever stands before it may be another ("X and Kazakh President Y").
  const [first, ...more] = chains.some((c) => c.follows) ? chains.filter((c) => c.follows) : chains;
  return more.length > 0 ? undefined : first;
}

/** What our sources say instead; undefined where they say the same or are not sure. */
function differing(person: EntityId, post: string, object: EntityId, date: string, knowledge: Knowledge): Relation[] | undefined {
  const roles = (knowledge.entity(person)?.relations ?? []).filter((r) => r.predicate === 'holds-role' && r.post === post);
  if (roles.some((r) => r.object === object && possiblyAt(r, date))) return undefined;
  const elsewhere = roles.filter((r) => r.object !== object && surelyAt(r, date));
  if (elsewhere.length > 0) return elsewhere;
  // The same post, but over or not begun: sure only where somebody else is known to hold the one seat.
  const own = roles.filter((r) => r.object === object);
  const seat = knowledge.post(post)?.singleSeat;
  const holder = knowledge.holders(post, object).find((h) => h.person !== person && surelyAt(h.relation, date));
  return seat && holder && own.length > 0 ? own : undefined;
}

/** Holds on the day by a known start, and no last sighting lies before it. */
function surelyAt(r: Relation, date: string): boolean {
  return !!r.from && holdsAt(r, date) && (!!r.to || !r.asOf || r.asOf >= date);
}
/** Not ruled out: dates known to the month or year may reach farther than their first day. */
function possiblyAt(r: Relation, date: string): boolean {
  if (holdsAt(r, date)) return true;
  const ends = r.to && r.to.length < 10 && date.startsWith(r.to);
  const starts = r.from && r.from.length < 10 && date.startsWith(r.from);
  return !!ends || !!starts;
}

function sideOf(r: Relation, knowledge: Knowledge): ClaimSide {
  return {
    ...(r.post && { post: r.post }),
    object: r.object,
    period: formatPeriod(intervalOf(r)),
    sources: sourcesOf(r.sources, knowledge),
  };
}

export function sourcesOf(slugs: readonly string[], knowledge: Knowledge): ClaimSide['sources'] {
  return slugs.flatMap((slug) => {
    const s = knowledge.source(slug) ?? knowledge.article(slug);
    return s ? [{ title: s.title ?? s.url, url: s.url }] : [];
  });
}
