import type { Figure } from '../../model/figure.ts';
import { behindTimes, joinedNoun, loneNoun } from './attributive.ts';
import { TURKIC } from './locale.ts';
import { headNoun, nounOfWhole, sharedNoun } from './nouns.ts';
import { type CountedNoun, russianNoun } from './nouns-russian.ts';
import { turkicNoun } from './nouns-turkic.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import { isPlural } from './plurals.ts';
import { isDash, isWord, type Reading, skipStop } from './reading.ts';
import { FINE } from './scales.ts';
import { noStems } from './trie.ts';

/** What a number is a number of. */
export interface Measure {
  readonly kind: Figure['kind'];
  readonly currency?: string;
  readonly unit?: string;
  /** Into major units: 0.01 for cents. */
  readonly factor: number;
  readonly next: number;
  /** A noun and no unit: the number before it may as well be a name. */
  readonly counted?: boolean;
  /** A noun that no table has. */
  readonly guessed?: boolean;
}

const MASS_OR_MONEY = /^(?:pounds?|libra|libras|livres?|фунт)/;
const PAID = new Set(
  'cost costs costing pay paid pays price priced fine fined worth spend spent raise raised earn earned for owe bid loan salary fee budget award awarded donate donated charge charged sell sold buy bought invest invested prize debt debts fund funding bill saved borrow borrowed stole stolen lent receive received offered'.split(
    ' ',
  ),
);
/** "pounds in damages", "pounds of public money", "a 50-pound fine". */
const PAID_IN =
  /^(?:damages|cash|compensation|debt|tax|taxes|wages|fees|funding|aid|costs|fines|savings|sales|revenue|donations|profit|investment)$/;
const PAID_OF =
  /^(?:public|taxpayers?|debts?|damage|funding|investment|borrowing|savings|spending|aid|support|losses|state|your|our|their|his|her)$/;
const PAID_FOR =
  /^(?:fine|note|notes|bill|ticket|fee|prize|bonus|reward|loan|grant|voucher|deposit|payment|salary|charge|cheque)$/;
const LONGEST_QUOTATION = 120;
/** Abbreviations that are words too; read only where they are glued or end a clause. */
const SHY = new Set([
  'in',
  'at',
  'a',
  'no',
  'am',
  'as',
  'do',
  'on',
  'or',
  'e',
  'i',
  'o',
  'u',
  'y',
  'и',
  'в',
  'с',
  'о',
  'а',
  'у',
  'к',
  'о',
]);

/** The unit, currency, per cent or "times" behind a number that ends before token `next`. */
export function measureAfter(r: Reading, next: number, number: Numeral): Measure | undefined {
  const { tokens, text, locale } = r;
  let at = skipStop(r, next);
  const glued = isDash(tokens[at]) && tokens[at]!.gap === 0 && tokens[at + 1]?.gap === 0;
  if (glued) at++;
  if (number.scale > 1 && tokens[at] && locale.sets.of.has(tokens[at]!.key)) {
    const paid =
      moneyAt(r, at + 1, number) ??
      moneyAt(r, tokens[at + 1]?.key === '’' || tokens[at + 1]?.key === "'" ? at + 2 : at + 1, number);
    if (paid) return paid;
  }
  const token = tokens[at];
  if (!token || isResolution(r, at)) return undefined;
  const percent = locale.percents.match(text, tokens, at, locale.stems);
  if (percent && !(glued && token.kind === 'sign')) {
    const basis = percent.value === 'basis-point' || percent.value === 'permille';
    return { kind: basis ? 'quantity' : 'percent', unit: percent.value, factor: 1, next: percent.next };
  }
  const money = moneyAt(r, at, number);
  const unit = locale.units.match(text, tokens, at, locale.stems);
  const attribute =
    locale.lang === 'en' &&
    token.gap === 1 &&
    ATTRIBUTES.has(token.key) &&
    isWord(tokens[at + 1]) &&
    isPlural(tokens[at + 1]!.key);
  const taken =
    unit && !attribute && (!money || unit.next > money.next || isMass(r, at, number)) && !isShy(r, at, unit.next, glued);
  if (taken && !(tokens[unit.next]?.kind === 'number' && tokens[unit.next]!.gap === 0)) {
    const power = powerAt(tokens, unit.next);
    return withRate(r, `${power?.prefix ?? ''}${unit.value}`, power?.next ?? unit.next);
  }
  if (token.key === '"' && isInch(r, at)) return { kind: 'quantity', unit: 'inch', factor: 1, next: at + 1 };
  if (money) return money;
  const times = locale.times.match(text, tokens, at, noStems);
  if (times) return { kind: 'multiple', unit: 'fold', factor: 1, next: times.next };
  return undefined;
}

/** "4K", "8K": lines of a picture, neither thousands nor kelvins. */
const isResolution = ({ tokens, text }: Reading, at: number) =>
  tokens[at]!.gap === 0 && text[tokens[at]!.start] === 'K' && tokens[at]!.key === 'k' && FINE.test(tokens[at - 1]?.key ?? '');

/** Units that stand in the singular before the noun that is counted: "two night services". */
const ATTRIBUTES = new Set(['night', 'point']);

const RATES: Readonly<Record<string, string>> = { s: 'second', min: 'minute', h: 'hour', d: 'day', yr: 'year', y: 'year' };

/** "tonnes per year", "W/min", "J/m^2 per year": what stands behind "per" or a slash belongs to the unit. */
function withRate(r: Reading, unit: string, next: number, depth = 0): Measure {
  const { tokens, text, locale } = r;
  const slash = tokens[next];
  const per = (slash?.key === '/' && slash.gap === 0) || (locale.lang === 'en' && slash?.key === 'per');
  const short = per && slash!.key === '/' ? RATES[tokens[next + 1]?.key ?? ''] : undefined;
  if (short)
    return {
      kind: 'quantity',
      unit: `${unit}-per-${short}`,
      factor: 1,
      next: next + (tokens[next + 2]?.kind === 'number' && tokens[next + 2]!.gap === 0 ? 3 : 2),
    };
  const rate = per ? locale.units.match(text, tokens, next + 1, locale.stems) : undefined;
  if (!rate || depth === MOST_RATES) return { kind: 'quantity', unit, factor: 1, next };
  const power = powerAt(tokens, rate.next);
  return withRate(r, `${unit}-per-${power?.prefix ?? ''}${rate.value}`, power?.next ?? rate.next, depth + 1);
}
const MOST_RATES = 2;

/** "m^2", "cm^3": the power behind a length, as the prefix of the unit's id. */
function powerAt(tokens: Reading['tokens'], i: number): { prefix: string; next: number } | undefined {
  const [sign, power] = [tokens[i], tokens[i + 1]];
  if (sign?.key !== '^' || sign.gap !== 0 || power?.gap !== 0) return undefined;
  const prefix = power.key === '2' ? 'square-' : power.key === '3' ? 'cubic-' : undefined;
  return prefix === undefined ? undefined : { prefix, next: i + 2 };
}

/** A straight quotation mark behind a number is an inch where no quotation is open. */
function isInch({ tokens }: Reading, at: number): boolean {
  if (tokens[at]!.gap > 0 && !/^(?:long|wide|tall|high|deep|thick)$/.test(tokens[at + 1]?.key ?? '')) return false;
  let open = 0;
  for (let i = at - 1; i >= 0 && i > at - LONGEST_QUOTATION; i--) if (tokens[i]!.key === '"') open++;
  return open % 2 === 0;
}

/** Lines of a picture, not pence: "1080p". */
const LINES = new Set([144, 240, 360, 480, 576, 720, 1080, 1440, 2160, 4320]);

function moneyAt({ tokens, text, locale }: Reading, at: number, number: Numeral): Measure | undefined {
  const found = locale.money.match(text, tokens, at, locale.stems);
  if (!found) return undefined;
  const token = tokens[at]!;
  if (token.key === 'yeni' || (token.key === 'won' && number.value < 1000)) return undefined; // "12 yeni gemi": new ships
  // A sign of money with a number glued behind belongs to that number: "5 $10 notes".
  const after = tokens[found.next];
  const isCode = token.kind === 'sign' || text.slice(token.start, token.end) === found.value.iso;
  if (isCode && after?.kind === 'number' && after.gap === 0 && token.gap === 1) return undefined;
  if (token.key === 'p' && (token.gap !== 0 || LINES.has(number.value))) return undefined;
  return { kind: 'money', currency: found.value.iso, factor: found.value.factor, next: found.next };
}

/** "pounds" weigh unless something was paid. */
function isMass({ tokens }: Reading, at: number, number: Numeral): boolean {
  if (!MASS_OR_MONEY.test(tokens[at]!.key)) return false;
  if (number.scale >= 1e6) return false;
  const [after, more] = [tokens[at + 1]?.key ?? '', tokens[at + 2]?.key ?? ''];
  if (isDash(tokens[at - 1])) return !PAID_FOR.test(after);
  if (after === 'of') return !PAID_OF.test(more);
  if (after === 'in' && PAID_IN.test(more)) return false;
  for (let i = number.from - 1, steps = 0; i >= 0 && steps < 4; i--, steps++) if (PAID.has(tokens[i]!.key)) return false;
  return true;
}

function isShy({ tokens }: Reading, at: number, next: number, glued: boolean): boolean {
  const token = tokens[at]!;
  if (glued || next > at + 1 || token.gap === 0 || !SHY.has(token.key)) return false;
  return isWord(tokens[next]) || tokens[next]?.kind === 'number' || token.key !== 'in';
}

/** A currency sign, code or name before the number: "$", "US$", "KZT", "rmb". Returns the index of the number. */
export function moneyBefore(r: Reading, i: number): { currency: string; factor: number; number: Numeral } | undefined {
  const { tokens, text, locale } = r;
  const found = locale.money.match(text, tokens, i, locale.stems);
  if (!found) return undefined;
  const at =
    tokens[i]!.kind === 'word' && tokens[found.next]?.key === '.' && tokens[found.next + 1]?.kind === 'number'
      ? found.next + 1
      : found.next; // "Rs. 500"
  const after = tokens[at];
  if (!after || after.gap === 2) return undefined;
  const token = tokens[i]!;
  if (token.kind === 'word' && token.gap === 0 && i > 0 && tokens[i - 1]!.kind === 'number') return undefined;
  if (after.kind === 'word') return undefined;
  const raw = text.slice(token.start, tokens[found.next - 1]!.end);
  const isCode =
    token.kind === 'sign' ||
    raw === raw.toUpperCase() ||
    tokens[found.next - 1]!.kind === 'sign' ||
    /^(?:rmb|rs|usd|eur|gbp|rm|sen)$/i.test(raw);
  if (!isCode || (token.kind === 'word' && found.value.factor < 1 && token.key !== 'sen')) return undefined;
  const number = readNumeral(r, at, true);
  if (!number?.digits) return undefined;
  return { currency: found.value.iso, factor: found.value.factor, number };
}

/** The noun behind a number of a language without articles: listed, or told by its ending and place. */
function inflectedNoun(r: Reading, number: Numeral): Measure | undefined {
  const { tokens, text, locale } = r;
  const at = number.next;
  const noun =
    locale.lang === 'ru' ? russianNoun(r, at, number) : TURKIC.has(locale.lang) ? (turkicNoun(r, at) ?? listed()) : listed();
  if (!noun || (noun.guessed && (number.weak || number.value === 1))) return undefined;
  return { kind: 'quantity', unit: noun.unit, factor: 1, next: noun.next, counted: !noun.measured, guessed: noun.guessed };

  function listed(): CountedNoun | undefined {
    const found = locale.counts.match(text, tokens, at, locale.stems);
    return found && { unit: found.value, next: found.next };
  }
}

/** "two-thirds of the 96 plots" counts no plots. */
const isPart = (number: Numeral) => !number.digits && number.value < 1;

/** What is counted: in English the head of the noun phrase, elsewhere a listed noun. */
export function countAfter(r: Reading, number: Numeral): Measure | undefined {
  const { tokens, locale } = r;
  const at = number.next;
  const token = tokens[at];
  const english = locale.lang === 'en';
  const sizedFrom = english && number.digits ? behindTimes(r, at) : at;
  if (english && (sizedFrom > at || (token?.kind === 'number' && token.gap === 1))) {
    const sized = headNoun(r, sizedFrom); // "3,200 20-foot containers", "2x40-foot containers"
    return sized && { kind: 'quantity', unit: sized.unit, factor: 1, next: sized.next, counted: true };
  }
  if (english && token?.gap === 0) return number.weak ? undefined : joinedNoun(r, number);
  if (!isWord(token) || token.gap === 0 || isPart(number)) return undefined;
  if (!english) return inflectedNoun(r, number);
  if (number.value === 1) return loneNoun(r, number);
  if (number.weak) return undefined;
  const whole = nounOfWhole(r, at);
  if (whole) return { kind: 'quantity', unit: whole, factor: 1, next: at, counted: true };
  const head = headNoun(r, at) ?? sharedNoun(r, at);
  return head && { kind: 'quantity', unit: head.unit, factor: 1, next: head.next, counted: true };
}
