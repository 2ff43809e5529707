/** A number printed in digits. */
export interface Literal {
  readonly end: number;
  readonly value: number;
  /** Digits behind the decimal sign. */
  readonly decimals: number;
  /** Digits only: no separator, no fraction. */
  readonly plain: boolean;
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isGap = (c: string | undefined) =>
  c === ' ' || c === '\u00a0' || c === '\u202f' || c === '\u2009' || c === '\u2007' || c === '\u2008';
const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅛': 1 / 8,
};
export const fractionValue = (c: string): number | undefined => FRACTIONS[c];

function run(text: string, from: number): number {
  let p = from;
  while (p < text.length && isDigit(text.charCodeAt(p))) p++;
  return p;
}

/**
 * Reads the digits at `from`, which is one. One separator before three digits is ambiguous: it groups where the language
 * groups with that sign. A comma and a point together, or one of them twice, tell by themselves.
 */
export function readLiteral(text: string, from: number, decimalSign: string, lang: string): Literal {
  const head = run(text, from);
  const first = text.slice(from, head);
  const groups: { sign: string; digits: string; end: number }[] = [];
  let p = head;
  while (groups.length < 8) {
    let sign = text[p];
    let at = p + 1;
    if (sign === ' ' && (text[p + 1] === '.' || text[p + 1] === ',') && text[p + 2] === ' ') {
      sign = text[p + 1]!; // "46 . 8": printed with every sign apart
      at = p + 3;
    } else if (isGap(sign)) sign = ' ';
    else if (sign === ',' && lang === 'kk' && text[at] === ' ' && first.length <= 3 && groups.length === 0) {
      // Kazakh transcripts print "3, 5 миллиард".
      const end = run(text, at + 1);
      if (end - at - 1 < 1 || end - at - 1 > 2 || !/^\s?[\p{L}%]/u.test(text.slice(end, end + 2))) break;
      at++;
    } else if (sign !== ',' && sign !== '.' && sign !== '’' && sign !== "'") break;
    const end = run(text, at);
    const size = end - at;
    if (size === 0) break;
    if (sign === ' ' || sign === '’' || sign === "'") {
      if (size !== 3 || first.length > 3 || first.startsWith('0') || groups.some((g) => g.sign !== sign)) break;
    } else if (groups.some((g) => g.sign === ' ') && groups.some((g) => g.sign === ',' || g.sign === '.')) break;
    groups.push({ sign: sign!, digits: text.slice(at, end), end });
    p = end;
  }
  return decide(head, first, groups, decimalSign);
}

function decide(
  head: number,
  first: string,
  groups: { sign: string; digits: string; end: number }[],
  decimalSign: string,
): Literal {
  const bare = { end: head, value: Number(first), decimals: 0, plain: true };
  const last = groups.at(-1);
  if (!last) return bare;
  const threes = (list: typeof groups) => first.length <= 3 && list.every((g) => g.digits.length === 3);
  const whole = (list: typeof groups) => Number(first + list.map((g) => g.digits).join(''));
  const before = groups.slice(0, -1);
  const sameSign = groups.every((g) => g.sign === last.sign);
  const grouped = (list: typeof groups) => ({ end: list.at(-1)!.end, value: whole(list), decimals: 0, plain: false });
  const decimal = (list: typeof groups) => ({
    end: last.end,
    value: Number(`${first}${list.map((g) => g.digits).join('')}.${last.digits}`),
    decimals: last.digits.length,
    plain: false,
  });
  if (last.sign === ' ' || last.sign === '’' || last.sign === "'") return grouped(groups);
  if (!sameSign) {
    const others = before.every((g) => g.sign === before[0]!.sign && g.sign !== last.sign);
    if (others && (threes(before) || indian(first, before))) return decimal(before);
    return groups[0]!.sign === ' ' ? grouped(groups.filter((g) => g.sign === ' ')) : bare;
  }
  if (groups.length > 1) return threes(groups) || indian(first, groups) ? grouped(groups) : bare; // 15.10.2018 is a date, 1.2.3 nothing
  const three = last.digits.length === 3 && first.length <= 3 && first !== '0' && !first.startsWith('00');
  if (three && (last.sign !== decimalSign || (last.digits === '000' && decimalSign === ','))) return grouped(groups);
  if (last.sign !== decimalSign && (first.length > 3 || last.digits.length > 2) && decimalSign === '.') return bare;
  return decimal([]);
}

/** 1,00,000 as printed in India. */
const indian = (first: string, groups: readonly { digits: string }[]) =>
  first.length <= 2 && groups.length > 1 && groups.every((g, k) => g.digits.length === (k === groups.length - 1 ? 3 : 2));
