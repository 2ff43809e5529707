import { readNumeral } from '../numerals.ts';
import { isNumber, isWord, type Reading } from '../reading.ts';
import { yearStretch } from './calendar.ts';
import type { Point } from './points.ts';
import { decadeEnding, tagAt, yearAt } from './tags.ts';

export function readYear(r: Reading, i: number): Point | undefined {
  const found = yearAt(r, i);
  if (found) return { stretch: yearStretch(found.year), grain: 'year', next: found.next, bare: !found.marked };
  const short = r.tokens[i];
  const before = r.tokens[i - 1];
  if (isNumber(short) && short.end - short.start === 2 && short.gap === 0 && (before?.key === "'" || before?.key === '’')) {
    return { stretch: yearStretch(2000 + short.literal!.value), grain: 'year', next: i + 1 };
  }
  return undefined;
}

/** "nineteen ninety-six", "two thousand and fifteen". */
export function readWordYear(r: Reading, i: number): Point | undefined {
  const { tokens, locale } = r;
  const century = locale.lang === 'en' && isWord(tokens[i]) ? locale.numbers.get(tokens[i]!.key)?.value : undefined;
  if (century === undefined) return undefined;
  if (century === 2 && tokens[i + 1]?.key === 'thousand') {
    const all = readNumeral(r, i);
    const alone = all && all.value > 2000 && all.value < 2100 && all.next > i + 2;
    return alone ? { stretch: yearStretch(all.value), grain: 'year', next: all.next, bare: true } : undefined;
  }
  if (century < 10 || century > 20 || tokens[i + 1]?.gap !== 1) return undefined;
  const hundred = tokens[i + 1]!.key === 'hundred' ? i + 2 : i + 1;
  const rest = isWord(tokens[hundred]) && locale.numbers.has(tokens[hundred]!.key) ? readNumeral(r, hundred) : undefined;
  if (!rest || rest.value < 10 || rest.value > 99 || rest.scale > 1) return undefined;
  return { stretch: yearStretch(century * 100 + rest.value), grain: 'year', next: rest.next, bare: true };
}

/** 1990s, the 90s, «1990-х годах». */
export function readDecade(r: Reading, i: number): Point | undefined {
  const token = r.tokens[i]!;
  const next = behindDecade(r, i + 1);
  if (next === undefined || !token.literal!.plain || token.literal!.value % 10 !== 0) return undefined;
  const size = token.end - token.start;
  if (size !== 4 && size !== 2) return undefined;
  const year = size === 4 ? token.literal!.value : 1900 + token.literal!.value;
  return size === 4 || token.literal!.value >= 20 ? { stretch: yearStretch(year, 10), grain: 'decade', next } : undefined;
}

function behindDecade(r: Reading, i: number): number | undefined {
  const { tokens } = r;
  const ending = decadeEnding(r, i);
  if (ending !== undefined) {
    const years = tagAt(r, ending, 'unit');
    return years?.value === 'year' ? years.next : ending;
  }
  const isApart = (tokens[i]?.key === "'" || tokens[i]?.key === '’') && tokens[i]!.gap === 0;
  const at = isApart ? i + 1 : i;
  return tokens[at]?.key === 's' && tokens[at]!.gap === 0 ? at + 1 : undefined;
}
