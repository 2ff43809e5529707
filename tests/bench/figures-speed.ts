import { loadavg } from 'node:os';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import { recogniseFigures } from '../../src/recognise/figures/index.ts';

type Read = (text: string) => unknown;

/** What the speed bars ask; each comes from the issue of the figures. */
export interface Speed {
  readonly charsPerS: number;
  readonly p95MsPerArticle: number;
  /** Time of wink-nlp, with the one pipe that finds entities, for spans, kinds and values over ours, median of neighbours in time. */
  readonly timesWink: number;
  /** First and third quartile of the rounds of `timesWink`. */
  readonly winkQuartiles: readonly [number, number];
  /** The same with all pipes of wink-nlp, which it runs when nobody chooses: sentences, tagging, negation, sentiment. */
  readonly timesFullWink: number;
  /** The same for its tokenising and tagging alone. */
  readonly timesReadDoc: number;
  /** Our time over that of one plain regular expression, likewise. */
  readonly timesRegExp: number;
  /** Time for eight times the text over eight times the time; 1 is linear. */
  readonly growth: number;
}

/** Numbers in digits or words with a sign, magnitude or unit, as one writes them down in an afternoon. */
const PLAIN =
  /(?:(?:US)?[$€£₸₼₽₺]\s?)?(?:\d{1,3}(?:[ ,.]?\d{3})*(?:[.,]\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|half|dozens?)\b)(?:\s?-?(?:thousand|million|billion|trillion|mln|bn|m|k)\b)?(?:\s?-?(?:%|percent|per cent|dollars?|euros?|tenge|manats?|tons?|tonnes?|barrels?|km|people|times|fold)\b)?/giu;
const ROUNDS = 25;
/** Reads of every article in one turn. */
const AGAIN = 4;
const LONG = 8;

const MAGNITUDES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  m: 1e6,
};

/** What ours gives, from wink-nlp: its entities do not tell offsets or values, so the tokens are counted up and the numbers parsed. */
function winkFigures(nlp: WinkMethods, text: string) {
  const { its } = nlp;
  const doc = nlp.readDoc(text);
  const words = doc.tokens().out(its.value) as string[];
  const spaces = doc.tokens().out(its.precedingSpaces) as string[];
  const starts: number[] = [];
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    at += spaces[i]!.length;
    starts.push(at);
    at += words[i]!.length;
  }
  const spans = doc.entities().out(its.span) as unknown as [number, number][];
  const details = doc.entities().out(its.detail) as unknown as { value: string; type: string }[];
  return details.flatMap(({ value, type }, i) => {
    const number = /\d[\d,.]*/.exec(value);
    if (!number && type !== 'CARDINAL') return [];
    const scale = /thousand|million|billion|trillion|bn|m\b/i.exec(value);
    const [from, to] = spans[i]!;
    return [
      {
        start: starts[from]!,
        end: starts[to]! + words[to]!.length,
        kind: type,
        value: Number((number?.[0] ?? '').replace(/,/g, '')) * (MAGNITUDES[scale?.[0].toLowerCase() ?? ''] ?? 1),
      },
    ];
  });
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

function quartiles(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[sorted.length >> 2]!, sorted[(sorted.length * 3) >> 2]!];
}

function timed(read: Read, text: string): number {
  const start = performance.now();
  read(text);
  return performance.now() - start;
}

/** All three on the same articles in turns, so that a busy machine slows each alike; prints the machine's load beside it. */
export function measureSpeed(articles: readonly string[]): Speed {
  // The pipe for entities is all that spans, kinds and values need; it finds the same entities alone as with the others.
  const nlp = winkNLP(model, ['ner']);
  const everything = winkNLP(model);
  const ours: Read = (text) => recogniseFigures(text, { lang: 'en' });
  const bare: Read = (text) => nlp.readDoc(text);
  const wink: Read = (text) => winkFigures(nlp, text);
  const full: Read = (text) => winkFigures(everything, text);
  const plain: Read = (text) => [...text.matchAll(PLAIN)];
  const whole = articles.join('\n');
  const long = Array.from({ length: LONG }, () => whole).join('\n');
  for (let i = 0; i < 12; i++) for (const read of [ours, wink, full, bare, plain]) for (const text of articles) read(text);

  const rates: number[] = [];
  const toWink: number[] = [];
  const toFull: number[] = [];
  const toBare: number[] = [];
  const toPlain: number[] = [];
  const growth: number[] = [];
  const each: number[] = [];
  const turn = (read: Read) => {
    const times = Array.from({ length: AGAIN }, () => articles.map((text) => timed(read, text))).flat();
    return { times, perRead: times.reduce((a, b) => a + b, 0) / AGAIN };
  };
  for (let round = 0; round < ROUNDS; round++) {
    const [mine, theirs, simple, parsed, tagged] = [turn(ours), turn(wink), turn(plain), turn(bare), turn(full)];
    toFull.push(tagged.perRead / mine.perRead);
    toBare.push(parsed.perRead / mine.perRead);
    each.push(...mine.times);
    rates.push((whole.length / mine.perRead) * 1000);
    toWink.push(theirs.perRead / mine.perRead);
    toPlain.push(mine.perRead / simple.perRead);
    const once = Array.from({ length: LONG }, () => timed(ours, whole)).reduce((a, b) => a + b, 0);
    growth.push(timed(ours, long) / once);
  }
  each.sort((a, b) => a - b);
  const speed = {
    charsPerS: median(rates),
    p95MsPerArticle: each[Math.floor(each.length * 0.95)]!,
    timesWink: median(toWink),
    winkQuartiles: quartiles(toWink),
    timesFullWink: median(toFull),
    timesReadDoc: median(toBare),
    timesRegExp: median(toPlain),
    growth: median(growth),
  };
  console.log(
    `\nspeed over ${articles.length} articles (${Math.round(whole.length / articles.length)} characters each), ${ROUNDS} rounds in turns; ` +
      `load of the machine ${loadavg()
        .map((l) => l.toFixed(1))
        .join(' ')}`,
  );
  return speed;
}
