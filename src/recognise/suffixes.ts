import { foldedToken, tokenise } from '../lexicon/tokens.ts';
import { CASE, ENDINGS, type On, type Paradigm, RUSSIAN, RUSSIAN_PAIR } from './suffix-tables.ts';

/** What an ending may stand on, as bits. */
export const ON: Readonly<Record<On, number>> = { any: 1, place: 2, demonym: 4, owned: 8, country: 16, long: 32 };

/** Endings of one language, folded: for each what it may stand on. */
export interface EndingTable {
  readonly joined: ReadonlyMap<string, number>;
  readonly apart: ReadonlyMap<string, number>;
  /** Endings that name a people's language. */
  readonly speech: ReadonlySet<string>;
  readonly longest: number;
}

const tables = new Map<string, EndingTable>();
const EMPTY: EndingTable = { joined: new Map(), apart: new Map(), speech: new Set(), longest: 0 };

/** Folded as the lexicon folds a whole token. */
export function foldWord(word: string): string {
  const tokens = tokenise(word);
  return tokens.count ? foldedToken(tokens, 0) : '';
}

/** The endings of a language; empty for one without. */
export function endingsOf(lang: string): EndingTable {
  const known = tables.get(lang);
  if (known) return known;
  const sources = Object.hasOwn(ENDINGS, lang) ? ENDINGS[lang] : undefined;
  if (!sources) return EMPTY;
  const joined = new Map<string, number>();
  const apart = new Map<string, number>();
  const speech = new Set<string>();
  let longest = 0;
  for (const { slots, chains, speech: named } of sources) {
    if (named) for (const ending of slots[named]!.split(' ')) speech.add(foldWord(ending));
    for (const { slots: order, on, after } of chains) {
      let made = [''];
      for (const slot of order) made = made.flatMap((start) => slots[slot]!.split(' ').map((end) => start + end));
      for (const ending of made.map(foldWord)) {
        if (after !== 'apart') joined.set(ending, (joined.get(ending) ?? 0) | ON[on]);
        if (after !== 'joined') apart.set(ending, (apart.get(ending) ?? 0) | ON[on]);
        longest = Math.max(longest, ending.length);
      }
    }
  }
  const table = { joined, apart, speech, longest };
  tables.set(lang, table);
  return table;
}

/** A Russian form taken back: replace the last `cut` letters by `of`. */
export interface RussianForm {
  readonly form: string;
  readonly of: string;
  readonly cases: number;
  readonly only?: Paradigm['only'];
}

const BITS: Readonly<Record<string, number>> = { g: CASE.gen, d: CASE.dat, a: CASE.acc, i: CASE.ins, p: CASE.pre, '*': CASE.any };

function readForms(): ReadonlyMap<string, readonly RussianForm[]> {
  const byForm = new Map<string, RussianForm[]>();
  for (const { of, forms, only } of RUSSIAN) {
    for (const written of forms.split(' ')) {
      const [form, letters] = written.split(':') as [string, string];
      let cases = 0;
      for (const letter of letters) cases |= BITS[letter]!;
      const list = byForm.get(form) ?? [];
      list.push({ form, of, cases, ...(only && { only }) });
      byForm.set(form, list);
    }
  }
  return byForm;
}
let russian: ReadonlyMap<string, readonly RussianForm[]> | undefined;

/** Longest Russian form in letters: «-янами». */
const LONGEST_FORM = 5;

/** Every way to read the end of a Russian word as a changed one, the pair form «казахско-» included when a hyphen follows. */
export function* russianForms(word: string, hyphenFollows: boolean): Generator<RussianForm> {
  russian ??= readForms();
  for (let cut = 0; cut <= LONGEST_FORM && cut < word.length - 1; cut++) {
    yield* russian.get(cut ? word.slice(-cut) : '') ?? [];
  }
  if (hyphenFollows && word.endsWith(`ск${RUSSIAN_PAIR.form}`))
    yield { form: RUSSIAN_PAIR.form, of: RUSSIAN_PAIR.of, cases: CASE.any };
}
