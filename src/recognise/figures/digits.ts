import { type Numeral, tidy } from './numerals.ts';
import { isDash, isNumber, isWord, type Reading } from './reading.ts';
import { readScales } from './scales.ts';

/** Step of an integer printed in full: whole thousands count as rounded. */
function integerStep(value: number): number {
  let step = 1;
  if (value === 0) return 1;
  while (value % (step * 1000) === 0) step *= 1000;
  return step;
}

export function readDigits(r: Reading, i: number, money: boolean): Numeral {
  const { tokens } = r;
  const literal = tokens[i]!.literal!;
  let value = literal.value;
  let next = i + 1;
  let step = literal.decimals > 0 ? 10 ** -literal.decimals : 1;
  let plain = literal.plain;
  const mixed = readFraction(r, next);
  if (mixed && literal.plain && (tokens[next]!.gap === 1 || !mixed.printed)) {
    value += mixed.value;
    next = mixed.next;
    step = 0.01;
    plain = false;
  } else {
    const alone = literal.plain ? readFraction(r, i) : undefined;
    if (alone?.printed) {
      value = alone.value;
      next = alone.next;
      step = 0.01;
      plain = false;
    }
  }
  const half = r.locale.lang !== 'en' && isWord(tokens[next]) ? r.locale.numbers.get(tokens[next]!.key) : undefined;
  if (half?.role === 'fraction' && half.value === 0.5 && plain) {
    value += 0.5; // "2 buçuk milyon", "3 жарым мың"
    next++;
    step = 0.1;
    plain = false;
  }
  const power = readExponent(r, next);
  if (power) {
    value = tidy(value * 10 ** power.value);
    step *= 10 ** power.value;
    next = power.next;
    plain = false;
  }
  next = skipTolerance(r, next);
  const hundred = tokens[next]?.key === 'hundred' && tokens[next]!.gap === 1 && r.locale.lang === 'en' && plain && value < 100;
  if (hundred) {
    value *= 100; // "3 hundred"
    step *= 100;
    next++;
    plain = false;
  }
  const scaled = readScales(r, next, value, money);
  if (literal.decimals === 0 && scaled.scale === 1 && step === 1) step = integerStep(value);
  return {
    from: i,
    next: scaled.next,
    value: scaled.value,
    mantissa: value,
    scale: scaled.scale,
    step: step * scaled.lastScale,
    digits: true,
    plain: plain && scaled.scale === 1,
    weak: false,
  };
}

/** "1/2", "½": `printed` when made of two numbers. */
function readFraction({ tokens }: Reading, i: number): { value: number; next: number; printed: boolean } | undefined {
  const top = tokens[i];
  if (!isNumber(top)) return undefined;
  if (top.literal!.value < 1 && top.end - top.start === 1 && top.literal!.value > 0) {
    return { value: top.literal!.value, next: i + 1, printed: false };
  }
  let slash = i + 1;
  if (tokens[slash]?.key !== '/') return undefined;
  const bottom = tokens[++slash];
  if (!isNumber(bottom) || !bottom.literal!.plain || !top.literal!.plain || bottom.gap !== tokens[i + 1]!.gap) return undefined;
  const [a, b] = [top.literal!.value, bottom.literal!.value];
  if (a >= b || a < 1 || b > 16 || tokens[slash + 1]?.key === '/') return undefined;
  return { value: a / b, next: slash + 1, printed: true };
}

/** 4e14, 1e-3, "5.5 x 10-3", "3×10^8": the power of ten. */
function readExponent({ tokens }: Reading, i: number): { value: number; next: number } | undefined {
  const sign = tokens[i];
  if (!sign) return undefined;
  const times = (sign.key === 'x' || sign.key === '×' || sign.key === '·') && tokens[i + 1]?.key === '10';
  if (!times && (sign.key !== 'e' || sign.gap !== 0)) return undefined;
  let at = times ? i + 2 : i + 1;
  const raised = times && tokens[at]?.key === '^' && tokens[at]!.gap === 0;
  if (raised) at++;
  const minus = isDash(tokens[at]) && (!times || tokens[at]!.gap === 0);
  if (times && !raised && !minus) return undefined;
  if (minus) at++;
  const digits = tokens[at];
  if (!isNumber(digits) || digits.gap !== 0 || !digits.literal!.plain || digits.literal!.value > 30) return undefined;
  return { value: (minus ? -1 : 1) * digits.literal!.value, next: at + 1 };
}

/** "9.83 ± 0.01", "9.83 +/- 0.01": the tolerance belongs to the number. */
function skipTolerance({ tokens }: Reading, i: number): number {
  let at = i;
  if (tokens[at]?.key === '±') at++;
  else if (tokens[at]?.key === '+' && tokens[at + 1]?.key === '/' && isDash(tokens[at + 2])) at += 3;
  else return i;
  if (!isNumber(tokens[at])) return i;
  const power = readExponent({ tokens } as Reading, at + 1);
  return power ? power.next : at + 1;
}
