import type { Figure } from '../../model/figure.ts';
import { approxAfter, approxBefore } from './approximations.ts';
import type { Found } from './found.ts';
import { isLabelled } from './labels.ts';
import { TURKIC } from './locale.ts';
import { isMultiple } from './multiples.ts';
import { isNumberForm } from './nouns-turkic.ts';
import { isDash, isGluedLeft, isWord, type Reading } from './reading.ts';
import { readSingle, type Single } from './single.ts';

const tidy = (value: number) => Number(value.toPrecision(15));

/** Reads money, a percentage, a quantity, a multiple or a bare number at token `i`; ranges and approximations included. */
export function readFigure(r: Reading, i: number): Found | undefined {
  const first = readSingle(r, i);
  if (!first) return undefined;
  const range = readRange(r, first);
  const found = range ?? alone(r, first);
  if (!found) return undefined;
  const approx = approxBefore(r, found.from) ?? approxAfter(r, found.next);
  return approx ? { ...found, figure: { ...found.figure, approx } } : found;
}

function figureOf(s: Single, measure = s.measure): Figure {
  const { kind, currency, unit } = measure ?? { kind: 'number' as const, currency: undefined, unit: undefined };
  const base = { kind, step: s.step };
  if (kind === 'money') return { ...base, currency };
  return kind === 'number' ? base : { ...base, unit };
}

/** "45 and 50 mg": the unit of the second number is the first one's too. */
function shared(r: Reading, s: Single): Single {
  const { tokens, locale } = r;
  const joint = tokens[s.next];
  if (s.measure || s.number.weak || !joint || joint.gap !== 1 || !(locale.sets.and.has(joint.key) || joint.key === 'or'))
    return s;
  const second = readSingle(r, s.next + 1);
  const measure = second?.measure;
  if (!measure || second.from !== second.number.from || measure.kind === 'multiple' || measure.kind === 'period') return s;
  if (measure.kind === 'quantity' && locale.counts.match(r.text, tokens, second.number.next, locale.stems)) return s;
  const scale =
    s.number.scale === 1 && second.number.scale > 1 && s.number.mantissa < second.number.mantissa ? second.number.scale : 1;
  return { ...s, measure, value: tidy(s.value * scale * measure.factor), step: s.step * scale * measure.factor };
}

/** "one in five workers" counts no workers; "812 in eleven provinces" does. */
function isShare({ tokens, locale }: Reading, { from, value }: Single): boolean {
  const part = tokens[from - 2];
  if (tokens[from - 1]?.key !== 'in' || !part) return false;
  const size = part.literal?.value ?? locale.numbers.get(part.key)?.value;
  return size !== undefined && size < value;
}

/** Turkic "bir" before a counted noun is the article; "on mu?" asks which of two; "yirmi üçüncü" is an ordinal. */
function isArticleLike(r: Reading, s: Single): boolean {
  const { tokens, locale } = r;
  if (!TURKIC.has(locale.lang) || s.number.digits) return false;
  if (s.measure?.counted) return s.number.weak;
  const next = tokens[s.next];
  return !s.measure && next?.gap === 1 && (/^m[ıiuü]$/.test(next.key) || isNumberForm(r, next.key));
}

function alone(r: Reading, bare: Single): Found | undefined {
  const s = shared(r, bare);
  if (isArticleLike(r, s)) return undefined;
  if (!s.measure || s.measure.counted) {
    if (s.number.weak && !s.measure) return undefined;
    if (s.number.digits && isGluedLeft(r, s.from)) return undefined;
    if (isLabelled(r, s)) return undefined;
    if (s.measure && isShare(r, s))
      return { from: s.from, next: s.number.next, figure: { kind: 'number', step: s.step, value: s.value } };
  }
  if (s.measure?.kind === 'multiple' && !isMultiple(r, s.from, s.next)) {
    return { from: s.from, next: s.next, figure: { kind: 'quantity', unit: 'time', step: s.step, value: s.value } };
  }
  return { from: s.from, next: s.next, figure: { ...figureOf(s), value: s.value } };
}

/** What stands before a change, which is two figures: "rose $2 million to $9 million". */
const CHANGED = /^(?:by|rose|fell|grew|climbed|dropped|gained|lost|added|slid|slipped|jumped|surged|declined|edged|up|down|на)$/;

/** "$3–5 million", "5% to 7%", "between 10 and 20 dollars"; "from $4bn to $5bn" is a change, two figures. */
function readRange(r: Reading, first: Single): Found | undefined {
  const { tokens, locale } = r;
  const before = tokens[first.from - 1]?.key ?? '';
  const between = locale.sets.between.has(before);
  const from = locale.sets.from.has(before);
  let start = first.measure ? first.next : first.number.next;
  if (!first.measure && isDash(tokens[start]) && tokens[start]!.gap === 0 && tokens[start + 1]?.gap === 1) start++; // "8- to 16-metre"
  const joint = tokens[start];
  if (!joint) return undefined;
  const dash = isDash(joint);
  const spelled = isWord(joint) && (locale.sets.to.has(joint.key) || (between && locale.sets.and.has(joint.key)));
  if (!dash && !spelled) return undefined;
  if (dash && joint.gap !== tokens[start + 1]?.gap && joint.key !== '~') return undefined;
  const second = readSingle(r, start + 1);
  if (!second || tokens[start + 1]!.gap === 2) return undefined;
  if (first.measure && second.measure && spelled && !between && (from || CHANGED.test(before))) return undefined;
  return join(r, first, second, dash || between || from);
}

function join(r: Reading, first: Single, second: Single, open: boolean): Found | undefined {
  const a = first.measure;
  const b = second.measure;
  if (!a && !b) return undefined;
  if (a && b && (a.kind !== b.kind || a.currency !== b.currency || a.unit !== b.unit)) return undefined;
  if (a && !b && !(open && (a.kind === 'money' || a.kind === 'percent'))) return undefined;
  const measure = (b ?? a)!;
  if (!a && (first.number.weak || isGluedLeft(r, first.from))) return undefined;
  let low = first.value;
  let high = second.value;
  if (!b && a!.factor !== 1) high = tidy(high * a!.factor);
  if (!a && b!.factor !== 1) low = tidy(low * b!.factor);
  let step = Math.min(first.step, second.step);
  if (
    first.number.scale === 1 &&
    second.number.scale > 1 &&
    Math.abs(first.number.mantissa) <= Math.abs(second.number.mantissa)
  ) {
    low = tidy(low * second.number.scale);
    step = Math.min(first.step * second.number.scale, second.step);
  }
  if (measure.kind !== 'percent' && measure.kind !== 'quantity' && low > high) return undefined;
  if (low > high && low >= 0 && high >= 0) return undefined;
  const range: [number, number] = low <= high ? [low, high] : [high, low];
  return { from: first.from, next: second.next, figure: { ...figureOf({ ...second, step }, measure), range } };
}
