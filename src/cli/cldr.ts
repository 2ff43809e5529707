import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldWord } from '../recognise/figures/fold.ts';

/**
 * Draws what the recogniser of figures needs from the CLDR packages into one small committed file.
 * `tsx src/cli/cldr.ts` writes it; a unit test says when it is out of date.
 */
export const CLDR_FILE = resolve(import.meta.dirname, '../recognise/figures/cldr-data.ts');
export const LOCALES = 'en ru kk az tr uz ky uk de fr es it pt nl pl ka zh'.split(' ');
const UNITS =
  `percent=concentr-percent meter=length-meter kilometer=length-kilometer centimeter=length-centimeter decimeter=length-decimeter
millimeter=length-millimeter micrometer=length-micrometer nanometer=length-nanometer mile=length-mile yard=length-yard foot=length-foot inch=length-inch
nautical-mile=length-nautical-mile light-year=length-light-year square-meter=area-square-meter square-kilometer=area-square-kilometer
square-foot=area-square-foot square-mile=area-square-mile square-centimeter=area-square-centimeter hectare=area-hectare acre=area-acre
cubic-meter=volume-cubic-meter cubic-kilometer=volume-cubic-kilometer cubic-foot=volume-cubic-foot cubic-centimeter=volume-cubic-centimeter
liter=volume-liter milliliter=volume-milliliter centiliter=volume-centiliter hectoliter=volume-hectoliter gallon=volume-gallon barrel=volume-barrel
cup=volume-cup pint=volume-pint tablespoon=volume-tablespoon teaspoon=volume-teaspoon gram=mass-gram kilogram=mass-kilogram milligram=mass-milligram
tonne=mass-tonne pound=mass-pound ounce=mass-ounce carat=mass-carat celsius=temperature-celsius fahrenheit=temperature-fahrenheit
kelvin=temperature-kelvin degree=angle-degree second=duration-second minute=duration-minute hour=duration-hour day=duration-day week=duration-week
month=duration-month year=duration-year decade=duration-decade watt=power-watt kilowatt=power-kilowatt megawatt=power-megawatt gigawatt=power-gigawatt
kilowatt-hour=energy-kilowatt-hour joule=energy-joule calorie=energy-calorie horsepower=power-horsepower kilometer-per-hour=speed-kilometer-per-hour
mile-per-hour=speed-mile-per-hour meter-per-second=speed-meter-per-second knot=speed-knot byte=digital-byte kilobyte=digital-kilobyte
megabyte=digital-megabyte gigabyte=digital-gigabyte terabyte=digital-terabyte bit=digital-bit megabit=digital-megabit gigabit=digital-gigabit
hertz=frequency-hertz kilohertz=frequency-kilohertz megahertz=frequency-megahertz gigahertz=frequency-gigahertz volt=electric-volt
ampere=electric-ampere pascal=pressure-pascal mile-per-gallon=consumption-mile-per-gallon`.split(/\s+/);

type Json = { [key: string]: Json } & string;
const require = createRequire(import.meta.url);
function read(pack: string, locale: string, file: string): Json {
  const path = require.resolve(`cldr-${pack}-full/main/${locale}/${file}.json`);
  return JSON.parse(readFileSync(path, 'utf8')).main[locale];
}
/** Marks of direction and quotes say nothing about the figure. */
const clean = (text: string) => text.replace(/[\u200e\u200f\u061c'`\\]/g, '').trim();
const unique = (texts: Iterable<string>) => [...new Set([...texts].map(clean))].filter(Boolean);
/** Everything in an object of CLDR whose key matches. */
const pick = (from: Json, key: RegExp) => Object.keys(from).flatMap((k) => (key.test(k) ? [from[k] as string] : []));

/** Power of ten → words and letters for it: `0 тыс`. Patterns with two or three zeros stand for the same word. */
function scales(numbers: Json): string {
  const found = new Map<number, string[]>();
  const long = numbers['decimalFormats-numberSystem-latn']!;
  const money = numbers['currencyFormats-numberSystem-latn']!;
  for (const formats of [long.long!.decimalFormat!, long.short!.decimalFormat!, money.short!.standard!]) {
    for (const [key, pattern] of Object.entries(formats)) {
      const zeros = /0+/.exec(pattern)?.[0].length ?? 0;
      const power = key.split('-')[0]!.length - zeros;
      const word = clean(pattern.replace(/[0¤\u00a0]/g, ' ')).replace(/\s+/g, ' ');
      if (power > 0 && word && !key.includes('alphaNextToNumber')) found.set(power, [...(found.get(power) ?? []), word]);
    }
  }
  return [...found].map(([power, words]) => `${power}=${unique(words).join(';')}`).join('|');
}

/** Currencies that were gone before the news went online, and units of account. */
const GONE = new Set(
  'ADP ARA BGL BGM BOP BUK CLE CNX CSK DDM ECS ECV GEK GNS GQE GWE GWP HRD ILP LTT LUC LUL LVR MAF MCF MDC MGF MLF MTP MZE PEI RHD SRG TJR TPE UAK YDD CHE CHW USN USS UYW CNH CLF COU MXV BOV VED'.split(
    ' ',
  ),
);

/** Living currencies and those that the euro replaced; no metals, funds or test codes. */
function currencyCodes(): string[] {
  const english = read('numbers', 'en', 'currencies').numbers!.currencies!;
  return Object.keys(english).filter(
    (iso) => !/[(\d]/.test(english[iso]!.displayName!) && !GONE.has(iso) && !/^X(?!AF|OF|PF|CD)/.test(iso),
  );
}

/** "$" and "£" stand for one currency wherever they stand alone: the recogniser knows which. */
const signsOf = (entry: Json, iso: string) =>
  unique(pick(entry, /^symbol/)).filter((sign) => sign !== iso && sign !== '$' && sign !== '£');

function currencies(locale: string, codes: readonly string[]): [names: string, symbols: string] {
  const all = read('numbers', locale, 'currencies').numbers!.currencies!;
  const english = read('numbers', 'en', 'currencies').numbers!.currencies!;
  const names: string[] = [];
  const symbols: string[] = [];
  for (const iso of codes) {
    const entry = all[iso];
    if (!entry) continue;
    const forms = unique(pick(entry, /^displayName/).map((form) => foldWord(form, locale))).filter(
      (form) => !/[(\d]/.test(form) && form !== iso.toLowerCase(),
    );
    if (forms.length) names.push(`${iso}=${forms.join(';')}`);
    const signs = signsOf(entry, iso);
    if (signs.length && (locale === 'en' || `${signs}` !== `${signsOf(english[iso]!, iso)}`))
      symbols.push(`${iso}=${signs.join(';')}`);
  }
  return [names.join('|'), symbols.join('|')];
}

function units(locale: string): string {
  const all = read('units', locale, 'units').units!;
  return UNITS.flatMap((pair) => {
    const [id, key] = pair.split('=') as [string, string];
    const forms = ['long', 'short'].flatMap((width) => {
      const entry = all[width]![key];
      if (!entry) return [];
      return pick(entry, /^unitPattern-count-/).map((pattern) => pattern.replace('{0}', '').replace(/[\u00a0\u202f]/g, ' '));
    });
    return forms.length ? [`${id}=${unique(forms).join(';')}`] : [];
  }).join('|');
}

function calendarNames(names: Json, keys: readonly string[]): string {
  const widths = ['wide', 'abbreviated'];
  return keys
    .map((key) =>
      unique(['format', 'stand-alone'].flatMap((use) => widths.map((width) => names[use]![width]![key] as string))).join(';'),
    )
    .join('|');
}

/** The whole text of the generated file. */
export function renderCldr(): string {
  const codes = currencyCodes();
  const parts = LOCALES.map((locale) => {
    const numbers = read('numbers', locale, 'numbers').numbers!;
    const signs = numbers['symbols-numberSystem-latn']!;
    const calendar = read('dates', locale, 'ca-gregorian').dates!.calendars!.gregorian!;
    const [names, symbols] = currencies(locale, codes);
    const months = calendarNames(calendar.months!, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
    const days = calendarNames(calendar.days!, ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']);
    const lines = [signs.decimal, scales(numbers), names, symbols, units(locale), months, days];
    return `  ${locale}: \`${lines.join('\n')}\`,\n`;
  });
  return `// Written by src/cli/cldr.ts from the CLDR packages (Unicode-3.0). Change the script, not this file.

/**
 * By locale, seven lines: decimal sign, powers of ten, currency names, currency symbols (where not the English ones), units, months, weekdays (from Sunday).
 * Groups are parted by \`|\`, forms by \`;\`, the key of a group stands before \`=\`.
 */
export const CLDR_DATA: Readonly<Record<string, string>> = {
${parts.join('')}};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(CLDR_FILE, renderCldr());
