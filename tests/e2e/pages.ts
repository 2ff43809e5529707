/** Pages of the journeys, written for these tests; speakers are invented. Served under real host names on loopback. */

interface Article {
  readonly lang: string;
  readonly title: string;
  readonly date: string;
  readonly paragraphs: readonly string[];
}

/** Counts our ranges in the page's own world: a driver's world sees no entries of the registry in Firefox. */
const COUNT =
  'window.countMarks = () => { let n = 0; CSS.highlights.forEach((h, key) => { if (key.startsWith("rv4")) n += h.size; }); return n; };';

export function articlePage({ lang, title, date, paragraphs }: Article, extra = ''): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta property="og:type" content="article">
<meta property="article:published_time" content="${date}T09:00:00Z">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
<script>${COUNT}</script>
</head>
<body>
<nav><a href="/">Kazakhstan</a> <a href="/az">Azerbaijan</a></nav>
<article>
<h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</article>
${extra}
</body>
</html>`;
}

export const STYLE = 'body { font: 18px/1.6 serif; margin: 40px; max-width: 700px } nav { margin-bottom: 20px }';

export const TRADE = articlePage({
  lang: 'en',
  title: 'Trade over the Caspian grows, says an adviser',
  date: '2024-11-06',
  paragraphs: [
    'ASTANA. Trade between <b>Kazakhstan</b> and Azerbaijan reached $556 million in 2023, said Marlen Sadykbek, an adviser of the chamber that hosted the meeting. Both sides want more, he told the guests of the evening, who had come by train, by ship and by air.',
    'The Trans-Caspian International Transport Route is the reason, he said. The president of Kazakhstan, Kassym-Jomart Tokayev, and the president of Azerbaijan, Ilham Aliyev, have set the aim of raising the trade between the two countries to $1 billion.',
    'Guests from Aktau and Baku listened. The Organization of Turkic States (OTS) sent a letter. “We read it twice,” Sadykbek added, and closed the evening with a word of thanks to the harbour masters of both shores and to everybody who had kept the ferries running through the winter.',
  ],
});

export const CALM = articlePage({
  lang: 'en',
  title: 'A garden in spring',
  date: '2024-04-06',
  paragraphs: [
    'The tulips are late this year, and the gardener does not mind. He has seen later springs, and kept a book of them. '.repeat(
      8,
    ),
  ],
});

/** What a page prints in its source, to be compared with what it is after marking. */
export const HOSTS = {
  trade: 'http://www.azernews.az/business/1.html',
  /** A host of the same outlet. */
  part: 'http://live.azernews.az/2.html',
  calm: 'http://garden.example/spring.html',
} as const;

export const PAGES: Readonly<Record<string, string>> = {
  'www.azernews.az/business/1.html': TRADE,
  'www.azernews.az/style.css': STYLE,
  'live.azernews.az/2.html': TRADE,
  'live.azernews.az/style.css': STYLE,
  'garden.example/spring.html': CALM,
  'garden.example/style.css': STYLE,
  'elsewhere.example/1.html': TRADE,
  'elsewhere.example/style.css': STYLE,
};
