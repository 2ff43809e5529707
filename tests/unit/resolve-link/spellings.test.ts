import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EntityId } from '../../../src/model/ids.ts';
import { linkText } from '../recognise/small-pack.ts';
import { readWholeDataset } from './gold.ts';

interface Spellings {
  readonly lang: string;
  readonly entity: EntityId;
  /** Each alone stands for the entity, whole. */
  readonly forms: readonly string[];
}
const pack = readWholeDataset();
const rows = JSON.parse(readFileSync(new URL('../../cases/names-spellings.json', import.meta.url), 'utf8')) as Spellings[];

/** A frame in each language: the name is neither first nor last of its sentence. */
const FRAME: Readonly<Record<string, (name: string) => string>> = {
  en: (name) => `They say that ${name} was named in the papers.`,
  ru: (name) => `Говорят, что ${name} был назван в бумагах.`,
  kk: (name) => `Бұл қағазда ${name} туралы айтылған.`,
  az: (name) => `Bu kağızda ${name} haqqında deyilir.`,
  tr: (name) => `Bu kağıtta ${name} için söylenen bir şey var.`,
};

test.each(rows)('$lang spellings of $entity', ({ lang, entity, forms }) => {
  const slips = forms.flatMap((form) => {
    const text = FRAME[lang]!(form);
    const found = linkText(text, { lang }, pack).map((a) => `${text.slice(a.start, a.end)} → ${a.entity}`);
    return found.length === 1 && found[0] === `${form} → ${entity}` ? [] : [`${form}: ${found.join(', ') || 'nothing'}`];
  });
  expect(slips).toEqual([]);
});

/** What is spelt like a name and is none stays alone: no spelling is ever guessed. */
test.each([
  ['en', 'Tokaev Kasymov', 'Azerbajian', 'Kazahkstan', 'Mirziyoyeff', 'Toqajanov', 'Bakuu', 'Aktaw'],
  ['ru', 'Токаевский', 'Азербайжджан', 'Казакстанов', 'Мирзоев', 'Тогжан', 'Актауский'],
  ['kk', 'Тоқаевтегі-ау', 'Әзербайжанов', 'Қазақбай', 'Тоғжан'],
  ['az', 'Azərbeycan', 'Qazaxlıstan', 'Əliyevskaya', 'Jumanqar'],
  ['tr', 'Azerbeycen', 'Kazakistanoğlu', 'Tokayevski', 'Jumangar'],
])('%s: no fuzzy matches', (lang, ...words) => {
  const found = words.flatMap((word) =>
    linkText(FRAME[lang]!(word), { lang }, pack).map((a) => `${word}: ${a.surface} → ${a.entity}`),
  );
  expect(found).toEqual([]);
});
