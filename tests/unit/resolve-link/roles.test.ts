import { expect, test } from 'vitest';
import type { Relation } from '../../../src/model/entity.ts';
import type { EntityBrief } from '../../../src/model/knowledge.ts';
import { holdersAt, inForce, relationPeriod, roleAt, rolesAt } from '../../../src/resolve/roles.ts';
import { linkText, readSmallPack } from '../recognise/small-pack.ts';

const role = (post: string, object: Relation['object'], from?: string, to?: string): Relation => ({
  predicate: 'holds-role',
  post,
  object,
  sources: ['somewhere'],
  ...(from && { from }),
  ...(to && { to }),
});
const person: EntityBrief = {
  id: 'person/somebody',
  type: 'person',
  label: { en: 'Somebody' },
  countries: ['country/kz'],
  relations: [
    role('governor', 'region/kz-47', '2017-03-14', '2019-02-26'),
    role('governor', 'region/kz-15', '2022-08-31', '2023-09-05'),
    role('chair', 'organisation/ots', '2023'),
    { predicate: 'member-of', object: 'organisation/ots', sources: ['somewhere'] },
  ],
};

test.each([
  { day: '2017-03-14', object: 'region/kz-47' },
  { day: '2017-03-13', object: undefined },
  { day: '2019-02-26', object: undefined },
  { day: '2022-12-31', object: 'region/kz-15' },
  { day: '2023-02-27', object: 'organisation/ots' },
  { day: undefined, object: undefined },
])('role on $day', ({ day, object }) => {
  expect(roleAt(person, day)?.object).toBe(object);
});

test('several posts at a time, the newest first', () => {
  expect(rolesAt(person, '2023-02-27').map((r) => r.post)).toEqual(['chair', 'governor']);
});
test('dates as precise as the source is; none is open', () => {
  expect(relationPeriod({ from: '2022', to: '2023-09' })).toEqual({ start: '2022-01-01', end: '2023-09-01' });
  expect(inForce(role('governor', 'region/kz-15'), '1999-01-01')).toBe(true);
  expect(inForce(role('governor', 'region/kz-15', '2023', '2020'), '2021-01-01')).toBe(false);
});
test('holders of a post', () => {
  const { knowledge } = readSmallPack();
  expect(holdersAt(knowledge, 'president', 'country/kz', '2023-01-01').map((h) => h.person)).toEqual(['person/tokayev']);
  expect(holdersAt(knowledge, 'president', 'country/kz', '2018-01-01')).toEqual([]);
});

test('an annotation carries the post of the day, its reasons and what else the words could mean', () => {
  const small = readSmallPack();
  const text = 'Kassym-Jomart Tokayev spoke of Turkistan, a twin town.';
  const [tokayev, turkistan] = linkText(text, { lang: 'en', date: '2024-01-01' }, small);
  expect(tokayev).toMatchObject({
    role: 'President',
    via: 'official',
    evidence: [{ is: 'name', text: 'Kassym-Jomart Tokayev' }],
    marked: true,
  });
  expect(turkistan).toMatchObject({
    entity: 'city/turkistan',
    evidence: [{ is: 'word', text: 'twin*' }],
    others: ['region/kz-61'],
  });
  expect(linkText(text, { lang: 'en', date: '2018-01-01' }, small)[0]).not.toHaveProperty('role');
});

test.each([
  { name: 'only names of the wide world', text: 'China and the United States agreed.', marked: [false, false] },
  { name: 'beside one of the region', text: 'China and Kazakhstan agreed.', marked: [true, true] },
])('wide names are linked, and marked beside others: $name', ({ text, marked }) => {
  expect(linkText(text, { lang: 'en' }, readSmallPack()).map((a) => a.marked)).toEqual(marked);
});
