import { countAfter, type Measure, measureAfter, moneyBefore } from './measures.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import { isDash, isNumber, isWord, type Reading } from './reading.ts';
import { noStems } from './trie.ts';

/** One number with what it measures; a range has two of them. */
export interface Single {
  readonly from: number;
  readonly next: number;
  readonly number: Numeral;
  readonly value: number;
  readonly step: number;
  readonly measure: Measure | undefined;
}

const tidy = (value: number) => Number(value.toPrecision(15));
const single = (from: number, next: number, number: Numeral, measure: Measure | undefined): Single => ({
  from,
  next,
  number,
  value: measure && measure.factor !== 1 ? tidy(number.value * measure.factor) : number.value,
  step: measure && measure.factor !== 1 ? tidy(number.step * measure.factor) : number.step,
  measure,
});

/** A measure that starts at token `i`: "$6bn dollars", "18.5 percent", "%25", "5 feet 2 inches", or a bare number. */
export function readSingle(r: Reading, i: number): Single | undefined {
  if (!r.tokens[i]) return undefined;
  return readPaid(r, i) ?? readPercentFirst(r, i) ?? readNumberFirst(r, i);
}

function readPaid(r: Reading, i: number): Single | undefined {
  const { tokens } = r;
  const negative = isDash(tokens[i]) && tokens[i]!.gap !== 0 && tokens[i + 1]?.gap === 0 && tokens[i]!.key !== '~';
  const paid = moneyBefore(r, negative ? i + 1 : i);
  if (!paid) return undefined;
  let number = paid.number;
  if (negative) number = { ...number, value: -number.value, mantissa: -number.mantissa };
  let next = number.next;
  const again = measureAfter(r, next, number);
  // "$6bn dollars", "₺3 Türk lirası"; "$5 10" is something else.
  if (
    again?.kind === 'money' &&
    (again.currency === paid.currency || r.tokens[next]?.kind === 'word') &&
    !isDash(r.tokens[next])
  ) {
    if (!isNumber(tokens[again.next]) || again.currency === paid.currency) next = again.next;
  }
  const measure: Measure = { kind: 'money', currency: paid.currency, factor: paid.factor, next };
  return withMinor(r, single(i, next, number, measure));
}

function readPercentFirst(r: Reading, i: number): Single | undefined {
  const { tokens, text, locale } = r;
  const sign =
    tokens[i]!.key === '%' &&
    isNumber(tokens[i + 1]) &&
    tokens[i + 1]!.gap <= (locale.lang === 'tr' ? 1 : 0) &&
    !isNumber(tokens[i - 1]);
  const at = sign ? i + 1 : locale.percentBefore.match(text, tokens, i, noStems)?.next;
  if (at === undefined) return undefined;
  const negative = isDash(tokens[at]) && isNumber(tokens[at + 1]);
  const number = readNumeral(r, negative ? at : at, false);
  if (!number) return undefined;
  return single(i, number.next, number, { kind: 'percent', unit: 'percent', factor: 1, next: number.next });
}

function readNumberFirst(r: Reading, i: number): Single | undefined {
  const { tokens, locale } = r;
  const number = readNumeral(r, i);
  if (!number) return undefined;
  const measure = measureAfter(r, number.next, number);
  if (!measure) {
    const count = countAfter(r, number);
    return single(i, count?.next ?? number.next, number, count);
  }
  const found = single(i, measure.next, number, measure);
  if (measure.kind === 'money') {
    const scale =
      isWord(tokens[measure.next]) && number.scale === 1
        ? locale.scales.match(r.text, tokens, measure.next, locale.stems)
        : undefined;
    if (scale && tokens[measure.next]!.end - tokens[measure.next]!.start > 2) {
      const by = scale.value; // "75 USD million"
      return { ...found, next: scale.next, value: tidy(found.value * by), step: found.step * by };
    }
    return withMinor(r, found);
  }
  return withInches(r, found);
}

/** "13 dollars and 45 cents", "15 dollars 50". */
function withMinor(r: Reading, found: Single): Single {
  const { tokens, locale } = r;
  if (found.measure!.factor !== 1 || found.number.scale > 1 || found.step < 1) return found;
  let at = found.next;
  if (tokens[at] && locale.sets.and.has(tokens[at]!.key)) at++;
  if (tokens[at]?.gap !== 1) return found;
  const number = readNumeral(r, at);
  if (!number || number.value >= 100 || number.value < 1 || number.scale > 1 || number.step < 1) return found;
  const minor = measureAfter(r, number.next, number);
  if (minor?.kind === 'money' && minor.factor === 0.01) {
    return { ...found, next: minor.next, value: tidy(found.value + number.value / 100), step: 0.01 };
  }
  const end = tokens[number.next];
  const closes = !end || end.gap === 2 || end.key === '.' || end.key === ',';
  if (!minor && closes && number.digits && number.value >= 10 && tokens[found.next - 1]!.kind === 'word') {
    return { ...found, next: number.next, value: tidy(found.value + number.value / 100), step: 0.01 };
  }
  return found;
}

/** "5 feet 2 inches" is one length, and so is "6-foot-4". */
function withInches(r: Reading, found: Single): Single {
  const { tokens, locale } = r;
  if (found.measure!.unit !== 'foot') return found;
  const inTotal = (inches: number, next: number): Single => ({
    ...found,
    next,
    value: tidy(found.value + inches / 12),
    step: 1 / 12,
  });
  let at = found.next;
  const [dash, rest] = [tokens[at], tokens[at + 1]];
  if (isDash(dash) && dash!.gap === 0 && isNumber(rest) && rest.gap === 0 && rest.literal!.plain && rest.literal!.value < 12)
    return inTotal(rest.literal!.value, at + 2);
  if (locale.sets.and.has(tokens[at]?.key ?? '')) at++;
  if (tokens[at]?.gap !== 1) return found;
  const number = readNumeral(r, at);
  const inches = number && locale.units.match(r.text, tokens, number.next, locale.stems);
  return number && inches?.value === 'inch' && number.value < 12 ? inTotal(number.value, inches.next) : found;
}
