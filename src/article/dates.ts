import { day } from '../model/period.ts';

/** Starts of month names in en, ru, az, kk, tr; any ending may follow. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'янв', 'yanvar', 'қаңтар', 'oca'],
  ['feb', 'фев', 'fevral', 'ақпан', 'şub'],
  ['mar', 'мар', 'наурыз'],
  ['apr', 'апр', 'aprel', 'сәуір', 'nis'],
  ['may', 'мая', 'май', 'мамыр'],
  ['jun', 'июн', 'iyun', 'маусым', 'haz'],
  ['jul', 'июл', 'iyul', 'шілде', 'tem'],
  ['aug', 'авг', 'avqust', 'тамыз', 'ağu'],
  ['sep', 'сен', 'sentyabr', 'қыркүйек', 'eyl'],
  ['oct', 'окт', 'oktyabr', 'қазан', 'eki'],
  ['nov', 'ноя', 'noyabr', 'қараша', 'kas'],
  ['dec', 'дек', 'dekabr', 'желтоқсан', 'ara'],
];

function monthOf(word: string): number {
  const folded = word.replaceAll('İ', 'i').toLowerCase();
  return MONTHS.findIndex((starts) => starts.some((start) => folded.startsWith(start))) + 1;
}

/** News on the web; before it a date is a misreading. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

function valid(year: number, month: number, date: number): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const iso = day(year, month, date);
  return Number(iso.slice(5, 7)) === month ? iso : undefined;
}

/**
 * ISO day of a date as metadata and date lines write it: ISO 8601 (the day that is written, in the zone it is written in), RFC 2822,
 * `30.10.2025`, `30 October 2025`, `October 30, 2025`, `30 октября 2025`, `30 oktyabr 2025`, `2025 жылғы 30 қазан`, `30 Ekim 2025`.
 * `10/11/2025` is nobody's and gives undefined.
 */
export function parseDay(text: string): string | undefined {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(text.trim());
  if (compact) return valid(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dotted = /(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (dotted) {
    const [first, second] = [Number(dotted[1]), Number(dotted[3])];
    if (dotted[2] === '.' || first > 12) return valid(Number(dotted[4]), second, first);
    if (second > 12 || first === second) return valid(Number(dotted[4]), first, second);
    return undefined;
  }
  const named = [
    { pattern: /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,})\.?,?\s+(\d{4})(?!\d)/u, order: [3, 2, 1] },
    { pattern: /(?<!\p{L})(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u, order: [3, 1, 2] },
    { pattern: /(?<!\d)(\d{4})\s+(?:жылғы\s+|ж\.\s*)?(\d{1,2})\s+(\p{L}{3,})/u, order: [1, 3, 2] },
  ] as const;
  for (const { pattern, order } of named) {
    const found = pattern.exec(text);
    if (!found) continue;
    const month = monthOf(found[order[1]]!);
    const iso = month ? valid(Number(found[order[0]]), month, Number(found[order[2]])) : undefined;
    if (iso) return iso;
  }
  return undefined;
}
