import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../src/article/dates.ts';
import { readFacts } from '../../../src/article/facts.ts';
import { chooseLanguage, countLetters, detectLanguage } from '../../../src/article/language.ts';
import type { ReadableDocument } from '../../../src/article/node.ts';

const parse = (html: string) => parseHTML(`<!doctype html>${html}`).document as unknown as ReadableDocument;

describe('dates as pages write them', () => {
  test.each([
    ['2025-10-30', '2025-10-30'],
    ['2025-10-30T23:50:00+05:00', '2025-10-30'],
    ['2025/10/30 10:00', '2025-10-30'],
    ['20251030T101500Z', '2025-10-30'],
    ['Thu, 30 Oct 2025 10:00:00 GMT', '2025-10-30'],
    ['October 30, 2025', '2025-10-30'],
    ['30th October 2025', '2025-10-30'],
    ['30 октября 2025, 14:20', '2025-10-30'],
    ['30 oktyabr 2025', '2025-10-30'],
    ['30 Ekim 2025 Perşembe', '2025-10-30'],
    ['30 қазан 2025', '2025-10-30'],
    ['2025 жылғы 30 қазан', '2025-10-30'],
    ['3 мамыр 2024', '2024-05-03'],
    ['19 Mayıs 2024', '2024-05-19'],
    ['İyun 5, 2023', '2023-06-05'],
    ['5 İyun 2023', '2023-06-05'],
    ['5 şubat 2023', '2023-02-05'],
    ['30.10.2025', '2025-10-30'],
    ['30/10/2025', '2025-10-30'],
    ['10/30/2025', '2025-10-30'],
    ['10/11/2025', undefined],
    ['31.02.2025', undefined],
    ['13 2025', undefined],
    ['Chapter 12, 2025', undefined],
    ['1850-01-01', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });
});

describe('facts', () => {
  test('JSON-LD before meta before time; title without the site name; canonical of the same site', () => {
    const document = parse(`<html lang="en-GB"><head><title>Rails | The Courier</title>
      <meta property="og:site_name" content="The Courier"><meta property="og:title" content="Rails laid | The Courier">
      <meta property="article:published_time" content="2025-02-02"><link rel="canonical" href="https://www.courier.example/rails#top">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Rails","datePublished":"2025-01-01T00:00:00Z"}</script></head>
      <body><time datetime="2024-12-31"></time><p>Rails</p></body></html>`);
    expect(readFacts(document, 'https://courier.example/rails?from=mail')).toEqual({
      title: 'Rails laid',
      date: '2025-01-01',
      lang: 'en',
      url: 'https://www.courier.example/rails',
    });
  });

  test('JSON-LD with raw line breaks still gives its date', () => {
    const document = parse(
      '<html><head><script type="application/ld+json">{"@type":"NewsArticle","description":"a\nb","datePublished":"2025-01-01"}</script></head><body></body></html>',
    );
    expect(readFacts(document).date).toBe('2025-01-01');
  });

  test('another article of a list does not date the page', () => {
    const document = parse(`<html><head><script type="application/ld+json">
      {"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2020-01-01"}]}</script>
      <meta name="date" content="2025-01-01"></head><body></body></html>`);
    expect(readFacts(document).date).toBe('2025-01-01');
  });

  test.each([
    ['address', '<h1>x</h1>', 'https://courier.example/2025/03/04/rails', '2025-03-04'],
    ['line near the headline', '<div><span>Baku, 4 mart 2025, 10:20</span><h1>x</h1></div>', undefined, '2025-03-04'],
    [
      'no date in running text',
      `<div><h1>x</h1><p>The line, which was first promised on 4 March 2019 by people who left since, is open.</p></div>`,
      undefined,
      undefined,
    ],
  ])('date by %s', (_name, body, address, expected) => {
    expect(readFacts(parse(`<html><body>${body}</body></html>`), address).date).toBe(expected);
  });

  test('a canonical address of another site is not believed', () => {
    const document = parse('<html><head><link rel="canonical" href="https://other.example/a"></head><body></body></html>');
    expect(readFacts(document, 'https://courier.example/b').url).toBe('https://courier.example/b');
  });
});

describe('language by letters', () => {
  const texts = {
    en: 'The minister said that the port will receive more ships in the spring, and the railway to the border is being repaired.',
    ru: 'Министр сообщил, что весной порт примет больше судов, а железная дорога до границы будет отремонтирована в этом году.',
    kk: 'Министрдің айтуынша, көктемде порт көбірек кеме қабылдайды, ал шекараға дейінгі теміржол осы жылы жөнделеді.',
    az: 'Nazir bildirib ki, yazda liman daha çox gəmi qəbul edəcək, sərhədə qədər dəmir yolu isə bu il təmir olunacaq.',
    tr: 'Bakan, baharda limanın daha fazla gemi kabul edeceğini ve sınıra kadar olan demir yolunun bu yıl onarılacağını söyledi.',
    uk: 'Міністр повідомив, що навесні порт прийме більше суден, а залізницю до кордону відремонтують цього року.',
    bg: 'Министърът съобщи, че през пролетта пристанището ще приеме повече кораби, а железницата до границата ще бъде ремонтирана.',
    de: 'Der Minister sagte, dass der Hafen im Frühjahr mehr Schiffe aufnehmen werde und die Bahn bis zur Grenze repariert wird.',
    ka: 'მინისტრმა განაცხადა, რომ გაზაფხულზე პორტი მეტ გემს მიიღებს და რკინიგზა საზღვრამდე შეკეთდება.',
  };
  test.each(Object.entries(texts))('%s', (lang, text) => {
    expect(detectLanguage(text)).toBe(['en', 'ru', 'kk', 'az', 'tr'].includes(lang) ? lang : 'other');
  });
  const matches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  test.each(Object.entries(texts))('letters of %s are counted as the Unicode scripts say', (_, text) => {
    const marked = `${text} «§ 5 × 3» – ½ № 7 …`;
    expect(countLetters(marked)).toEqual({
      latin: matches(marked, /\p{Script=Latin}/gu),
      cyrillic: matches(marked, /\p{Script=Cyrillic}/gu),
      letters: matches(marked, /\p{L}/gu),
      words: matches(marked, /\p{L}+/gu),
    });
  });
  test('nothing is said of little text', () => {
    expect(detectLanguage('Баку')).toBeUndefined();
  });
  test.each([
    ['kz', texts.kk, 'kk'],
    ['ru', texts.kk, 'kk'],
    ['en', texts.ru, 'ru'],
    ['tr', texts.az, 'az'],
    ['en-US', '', 'en'],
    ['ru', texts.ka, undefined],
    ['de', texts.de, 'de'],
    [undefined, texts.tr, 'tr'],
    [undefined, texts.de, undefined],
  ])('declared %s', (declared, text, expected) => {
    expect(chooseLanguage(declared, text)).toBe(expected);
  });
});
