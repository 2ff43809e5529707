import { CLDR_DATA } from './cldr-data.ts';
import { foldWord } from './fold.ts';
import { gateAfterSome, makeGate } from './gate.ts';
import { entries, exactKeysOf, keysOf } from './lists.ts';
import { BEGINNING, type Locale, MINUS_WORDS, type NumberWord, TURKIC } from './locale.ts';
import { buildMoney } from './money-table.ts';
import { makeStems } from './stems.ts';
import { makeTrie, type Trie } from './trie.ts';
import { WORDS } from './words/index.ts';

const lines = (data: string) => data.split('\n');

/** Names of days and months this short may be abbreviations. */
const ABBREVIATION = 4;
const SLAVIC = new Set(['ru', 'uk']);

/** Names that stand before a number like a code, and first parts of signs: "Rs 20", "c $". */
const CODE_WORDS = 'usd cad aud nzd cdn sg r rs rmb rm sen us c hk nz a s mex mxn u'.split(' ');

export function build(lang: string): Locale {
  const data = lines(CLDR_DATA[lang] ?? CLDR_DATA.en!);
  const [decimalSign, cldrScales, names, symbols, cldrUnits, months, weekdays] = data as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const words = WORDS[lang] ?? {};
  const style = { lang, decimalSign };
  const stems = makeStems(words.endings);
  const keys = (phrase: string) => keysOf(phrase, style);
  const exact = (phrase: string) => exactKeysOf(phrase, style);
  const fill = <T>(trie: Trie<T>, list: string | undefined, value: (key: string) => T): Trie<T> => {
    for (const [key, forms] of entries(list)) for (const form of forms) trie.add(keys(form), value(key));
    return trie;
  };

  const numbers = new Map<string, NumberWord>();
  for (const [key, forms] of entries(words.numbers)) {
    const weak = key.startsWith('?');
    for (const form of forms) numbers.set(foldWord(form, lang), { role: 'value', value: Number(key.replace('?', '')), weak });
  }
  for (const [key, forms] of entries(words.fractions)) {
    for (const form of forms) numbers.set(foldWord(form, lang), { role: 'fraction', value: Number(key), weak: true });
  }
  const bottomsOf = (list: string | undefined) =>
    new Map([...entries(list)].flatMap(([key, forms]) => forms.map((form) => [foldWord(form, lang), Number(key)] as const)));
  const parts = new Map([...bottomsOf(words.parts)].map(([key, bottom]) => [key, 1 / bottom] as const));
  const bottoms = bottomsOf(words.bottoms);
  const scales = makeTrie<number>();
  for (const list of [words.scales, cldrScales]) {
    for (const [key, forms] of entries(list)) {
      for (const form of forms) {
        // One-letter scales are read only where a number and a sign of money say so: see numerals.ts.
        scales.add(
          form.replace('.', '').length === 1 && /[\p{Lu}\p{Ll}]/u.test(form) ? exact(form) : keys(form),
          key.startsWith('x') ? Number(key.slice(1)) : 10 ** Number(key),
        );
      }
    }
  }

  const commonSymbols = lines(CLDR_DATA.en!)[3]!;
  const { money, starts } = buildMoney({ words, names, symbols, commonSymbols }, style, stems);

  const units = makeTrie<string>();
  for (const [id, forms] of entries(words.units)) {
    for (const form of forms) units.add(form.length <= 3 && /^\p{Lu}/u.test(form) ? exact(form) : keys(form), id);
  }
  for (const [id, forms] of entries(cldrUnits)) {
    if (id === 'percent') continue;
    for (const form of forms) {
      const all = keys(form);
      const short = all.length === 1 && form.replace('.', '').length <= 3;
      units.add(short ? exact(form) : all, id);
      if (short && form.length > 1) units.add(all, id);
    }
  }
  const percents = fill(makeTrie<string>(), words.percents, (id) => id);
  for (const [id, forms] of entries(cldrUnits))
    if (id === 'percent') for (const form of [...forms, '%']) percents.add(keys(form), id);

  /** Nouns that are listed in the nominative: "предприятие" is found from "предприятий" by what both have in common. */
  const fillStems = (trie: Trie<string>): Trie<string> => {
    if (!SLAVIC.has(lang)) return trie;
    for (const [id, forms] of entries(words.counts)) {
      for (const form of forms) {
        const all = keys(form);
        if (all.length > 1) continue;
        for (const stem of stems(all[0]!)) if (stem.length >= Math.max(4, form.length - 2)) trie.add([stem], id);
      }
    }
    return trie;
  };
  /** Names and, apart, abbreviations: only names are inflected ("aralıkta"), "arası" is no December. */
  const named7 = (list: string, first: number) => {
    const [full, short] = [makeTrie<number>(), makeTrie<number>()];
    list.split('|').forEach((forms, i) => {
      forms.split(';').forEach((form, at) => {
        if (form.length > (lang === 'zh' ? 1 : 2))
          (at === 0 || form.length > ABBREVIATION ? full : short).add(keys(form), i + first);
      });
    });
    return { full, short };
  };
  const period = makeTrie<string>();
  const [monthNames, weekdayNames] = [named7(months, 1), named7(weekdays, 0)];
  for (const [tag, forms] of entries(words.period)) {
    const number = Number(tag.slice(tag.indexOf(':') + 1));
    for (const form of forms) {
      if (tag.startsWith('month:')) monthNames.full.add(keys(form), number);
      else if (tag.startsWith('weekday:')) weekdayNames.full.add(keys(form), number);
      else period.add(keys(form), tag);
    }
  }
  const set = (list: string | undefined) =>
    new Set(
      (list ?? '')
        .split(';')
        .filter(Boolean)
        .map((w) => foldWord(w, lang)),
    );
  const percentBefore = fill(makeTrie<true>(), words.percentBefore && `x=${words.percentBefore}`, () => true as const);
  const multiples = fill(makeTrie<number>(), words.multiples, Number);
  const hundredsFirst = TURKIC.has(lang) ? [...scales.firsts()] : [];
  const leads = makeTrie<true>();
  for (const [tag, forms] of entries(words.period)) {
    if (!/^(?:unit|ago|later|of|to|and|from|between|month|weekday)(?::|$)/.test(tag))
      for (const form of forms) leads.add(keys(form), true);
  }
  const inflected = [...leads.firsts(), ...monthNames.full.firsts(), ...weekdayNames.full.firsts(), ...multiples.firsts()];
  const marks = [...money.firsts()].filter((key) => key.length === 1 && !/[\p{L}\d]/u.test(key));
  const sparks = new Set([
    ...inflected,
    ...monthNames.short.firsts(),
    ...weekdayNames.short.firsts(),
    ...numbers.keys(),
    ...percentBefore.firsts(),
    ...parts.keys(),
    ...bottoms.keys(),
    ...marks,
    ...hundredsFirst,
    'week',
    ...MINUS_WORDS,
    '%',
    '-',
    '−',
    '+',
    '–',
  ]);
  /** Leads that say nothing without the word behind them: "in two weeks", "as of", "to date". */
  const needy = new Map<string, Set<string>>();
  const steady = new Set([...monthNames.full.firsts(), ...multiples.firsts(), ...numbers.keys(), ...percentBefore.firsts()]);
  for (const [tag, forms] of words.endings ? [] : entries(words.period)) {
    for (const form of forms) {
      const [first, second] = keys(form);
      if (second === undefined && tag !== 'in') steady.add(first!);
      else {
        const wanted = needy.get(first!) ?? new Set();
        needy.set(first!, wanted.add(second ?? 'the'));
        if (second === 's') wanted.add("'").add('’'); // "Valentine's Day"
      }
    }
  }
  for (const key of steady) needy.delete(key);
  const afterArticle = new Set(
    lang === 'en'
      ? [
          ...'half third quarter fourth fifth sixth seventh eighth ninth tenth twentieth hundredth'.split(' '),
          ...scales.firsts(),
          ...[...entries(words.period)].flatMap(([tag, forms]) => (tag.startsWith('unit') ? forms : [])),
        ]
      : [],
  );
  const beginnings = new Set(
    words.endings ? inflected.filter((key) => key.length >= BEGINNING).map((key) => key.slice(0, BEGINNING)) : [],
  );
  const locale: Locale = {
    lang,
    decimalSign,
    words,
    stems,
    numbers,
    scales,
    money,
    percents,
    percentBefore,
    parts,
    bottoms,
    units,
    counts: fillStems(fill(makeTrie<string>(), words.counts, (id) => id)),
    before: fill(makeTrie<string>(), words.before, (id) => id),
    after: fill(makeTrie<string>(), words.after, (id) => id),
    times: fill(makeTrie<true>(), words.times && `x=${words.times}`, () => true),
    multiples,
    period,
    months: monthNames.full,
    weekdays: weekdayNames.full,
    shortMonths: monthNames.short,
    shortWeekdays: weekdayNames.short,
    sets: {
      and: set(words.and),
      to: set(words.to ?? '-;–;—'),
      from: set(words.from),
      between: set(words.between),
      of: set(words.of),
      label: set(words.label),
    },
    sparks,
    codes: new Set([...starts, ...CODE_WORDS]),
    afterArticle,
    needy,
    same: set(words.same),
    beginnings,
    gate: gateAfterSome(gateOf),
  };
  return locale;

  /** What the readers of this language can begin with; see `mayStart`. */
  function gateOf() {
    const of = (pattern: RegExp) =>
      [...entries(words.period)].flatMap(([tag, forms]) => (pattern.test(tag) ? forms.map((form) => keys(form)[0]!) : []));
    const leads = words.endings ? [] : [...of(LEADS), 'a', 'an', 'on', ...set(words.same)];
    const opening = new Set([...needy.keys(), ...leads].filter((key) => !numbers.has(key)));
    const opened = [...needy].flatMap(([, wanted]) => [...wanted]);
    const both = [...monthNames.full.firsts(), ...weekdayNames.full.firsts(), ...numbers.keys(), ...of(/^(?:anchor|decade|now)/)];
    for (const key of both) opening.delete(key);
    return makeGate({
      lang,
      strong: [...sparks, ...(words.endings ? set(words.same) : [])].filter((key) => !opening.has(key)),
      opening,
      closing: [...opened, ...afterArticle, ...of(/^(?:unit|season|decade|feast|ord)/), 'date'],
      beginnings,
    });
  }
}
/** Tags whose words say nothing without what they lead to: a unit, a season, a feast, or something that is strong by itself. */
const LEADS = /^(?:rel|ord|part|since|after|until|before|todate|in)(?::|$)/;
