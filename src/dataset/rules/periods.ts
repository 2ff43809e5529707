import type { Relation } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import { day, parsePeriod } from '../../model/period.ts';
import type { Rule } from './rule.ts';

const first = (date: string) => parsePeriod(date)!.start!;
/** Last day that a date of day, month or year precision can mean. */
const last = (date: string) => {
  const [y, m, d] = parsePeriod(date)!.end!.split('-').map(Number);
  return day(y!, m, d! - 1);
};

/** The days on which somebody was surely in office, both inclusive; imprecise ends are taken at their narrowest. Undefined where none is sure. */
function sureDays({ from, to, asOf }: Relation): { start: string; end: string } | undefined {
  const start = from ? last(from) : asOf ? first(asOf) : undefined;
  let end: string | undefined;
  if (to) {
    const [y, m, d] = first(to).split('-').map(Number);
    end = day(y!, m, d! - 1);
  } else end = asOf ? first(asOf) : from ? '9999-12-31' : undefined;
  return start !== undefined && end !== undefined && start <= end ? { start, end } : undefined;
}

/** Intervals run forward, and a seat for one is held by one. */
export const checkPeriods: Rule = ({ dataset }, report) => {
  const singles = new Set(dataset.posts.filter(({ singleSeat }) => singleSeat).map(({ slug }) => slug));
  const seats = new Map<string, { id: EntityId; index: number; start: string; end: string }[]>();
  for (const { id, relations } of dataset.entities) {
    relations.forEach((relation, index) => {
      const { from, to, asOf, post, object } = relation;
      if (from && to && first(from) >= first(to))
        report(
          'entity',
          id,
          ['relations', index, 'to'],
          `${to} is not after ${from}: mend the dates (to is the first day that no longer belongs to it)`,
        );
      if (from && asOf && last(asOf) < first(from))
        report('entity', id, ['relations', index, 'asOf'], `${asOf} is before ${from}: mend the dates`);
      if (to && asOf && first(asOf) >= first(to))
        report('entity', id, ['relations', index, 'asOf'], `${asOf} is not before the end ${to}: remove it`);
      const days = sureDays(relation);
      if (!post || !singles.has(post) || !days) return;
      const key = `${post} ${object}`;
      const held = seats.get(key) ?? [];
      const other = held.find((seat) => seat.start <= days.end && days.start <= seat.end);
      if (other) {
        const both = `${[days.start, other.start].sort()[1]} to ${[days.end, other.end].sort()[0]}`;
        report(
          'entity',
          id,
          ['relations', index],
          `is ${post} of ${object} at the same time as ${other.id} (${both}): mend from or to of one`,
        );
      }
      seats.set(key, [...held, { id, index, ...days }]);
    });
  }
};
