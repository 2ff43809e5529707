import { FRONT } from './evidence.ts';
import { readDate, readMetas } from './facts.ts';
import { ARTICLE_TYPE, readLinkedFacts } from './json-ld.ts';
import { NEVER } from './look.ts';
import { nameOf, type ReadableDocument, textsIn } from './node.ts';

/** What kind of page it is, for "every news article". A closed list; each has a page in tests/pages/kind-*.html. */
type PageKind =
  | 'article'
  | 'opted-out'
  | 'no-html'
  | 'front'
  | 'mail'
  | 'account'
  | 'search'
  | 'shop'
  | 'forum'
  | 'docs'
  | 'encyclopedia'
  | 'listing'
  | 'other';

export interface PageJudgement {
  readonly kind: PageKind;
  readonly isArticle: boolean;
  /** What decided, for people who ask why. */
  readonly reason: string;
}

/** What the table asks about. */
interface PageSignals {
  readonly isHtml: boolean;
  readonly optedOut: boolean;
  readonly host: string;
  readonly path: string;
  readonly hasQuery: boolean;
  /** Types in JSON-LD and microdata, last part of the name. */
  readonly types: ReadonlySet<string>;
  readonly ogType: string;
  readonly generator: string;
  readonly hasDate: boolean;
  readonly headlines: number;
  readonly articles: number;
  /** Characters in paragraphs of 80 and more. */
  readonly running: number;
  readonly preformatted: number;
  readonly secretFields: number;
  readonly editors: number;
}

interface Row {
  readonly kind: PageKind;
  readonly reason: string;
  readonly when: (page: PageSignals) => boolean;
}

const any = (types: ReadonlySet<string>, pattern: RegExp): boolean => [...types].some((type) => pattern.test(type));
const declared = (page: PageSignals) => any(page.types, /^\w*NewsArticle$|^LiveBlogPosting$/);

/** Paragraph text of a short news item; behind a paywall two paragraphs are shown. */
const ITEM = 250;
const ARTICLE = 600;
const UNDECLARED = 1000;

const LEAST_PARAGRAPH = 80;
/** Characters that a teaser has at most, on average. */
const PER_TEASER = 400;

/** The decision table: the first row that fits decides. */
export const PAGE_TABLE: readonly Row[] = [
  { kind: 'opted-out', reason: 'the page asks not to be marked', when: (page) => page.optedOut },
  { kind: 'no-html', reason: 'not an HTML document', when: (page) => !page.isHtml },
  {
    kind: 'mail',
    reason: 'address of a mail service',
    when: ({ host }) => /^(?:mail|webmail|inbox|outlook|mailbox)\./.test(host),
  },
  {
    kind: 'account',
    reason: 'address of an account or a bank',
    when: ({ host }) =>
      /^(?:ibank|banking|internet-?bank(?:ing)?|online-?bank(?:ing)?|cabinet|kabinet|account|accounts|login|pay)\./.test(host),
  },
  {
    kind: 'front',
    reason: 'front page by its address',
    when: ({ path }) => FRONT.test(path),
  },
  {
    kind: 'search',
    reason: 'search results',
    when: (page) =>
      page.types.has('SearchResultsPage') ||
      (page.hasQuery && /\/(?:search|poisk|axtar|axtaris|arama|ara|izdeu)(?:[/.]|$)/i.test(page.path)),
  },
  { kind: 'article', reason: 'declares a news article', when: (page) => declared(page) && page.running >= ITEM },
  {
    kind: 'shop',
    reason: 'declares a product',
    when: (page) => any(page.types, /^(?:Product|ProductGroup|Offer|AggregateOffer)$/) || /^(?:og:)?product/.test(page.ogType),
  },
  {
    kind: 'forum',
    reason: 'declares a discussion',
    when: (page) =>
      any(page.types, /^(?:DiscussionForumPosting|QAPage|Question)$/) ||
      /phpbb|vbulletin|xenforo|discourse|invision/i.test(page.generator),
  },
  {
    kind: 'docs',
    reason: 'technical documentation',
    when: (page) =>
      any(page.types, /^(?:TechArticle|APIReference|SoftwareSourceCode)$/) ||
      /sphinx|docusaurus|mkdocs|vitepress|mdbook|jsdoc|doxygen|gitbook/i.test(page.generator) ||
      page.preformatted >= 4,
  },
  { kind: 'encyclopedia', reason: 'an encyclopedia', when: (page) => /mediawiki|dokuwiki/i.test(page.generator) },
  {
    kind: 'listing',
    reason: 'a list of articles',
    when: (page) =>
      page.articles >= 6 &&
      page.running < page.articles * PER_TEASER &&
      page.ogType !== 'article' &&
      !any(page.types, ARTICLE_TYPE),
  },
  {
    kind: 'listing',
    reason: 'declares a collection',
    when: (page) => page.types.has('CollectionPage') && !any(page.types, ARTICLE_TYPE),
  },
  { kind: 'article', reason: 'declares an article', when: (page) => any(page.types, ARTICLE_TYPE) && page.running >= ITEM },
  {
    kind: 'article',
    reason: 'declares an article with a date',
    when: (page) => page.ogType === 'article' && page.hasDate && page.running >= ARTICLE,
  },
  {
    kind: 'account',
    reason: 'asks for a password or a card',
    when: (page) => page.running < UNDECLARED && page.secretFields > 0,
  },
  { kind: 'mail', reason: 'a page to write in', when: (page) => page.running < UNDECLARED && page.editors > 0 },
  {
    kind: 'article',
    reason: 'one headline, a date and running text',
    when: (page) => page.articles >= 1 && page.headlines >= 1 && page.hasDate && page.running >= UNDECLARED,
  },
  { kind: 'other', reason: 'nothing says that it is an article', when: () => true },
];

/** Is the page a news article? Judged by the table, for the address the page has. */
export function judgePage(document: ReadableDocument, address: string): PageJudgement {
  const signals = readSignals(document, address);
  const row = PAGE_TABLE.find(({ when }) => when(signals))!;
  return { kind: row.kind, isArticle: row.kind === 'article', reason: row.reason };
}

/**
 * Does a frame that says nothing of itself hold the article that the page around it announces? Not where that page has the article itself:
 * then its frames are comments and letters.
 */
export function isFramedArticle(inner: ReadableDocument, outer: ReadableDocument, address: string): boolean {
  if (judgePage(outer, address).isArticle) return false;
  const page = readSignals(outer, address);
  const announced = any(page.types, ARTICLE_TYPE) || (page.ogType === 'article' && page.hasDate);
  return announced && readSignals(inner, address).running >= ARTICLE;
}

/** Asked once, when first needed: most pages are judged by a few of their signals. */
function lazy<T>(ask: () => T): () => T {
  let answer: { is: T } | undefined;
  return () => {
    answer ??= { is: ask() };
    return answer.is;
  };
}

function readSignals(document: ReadableDocument, address: string): PageSignals {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const count = (selector: string): number => [...document.querySelectorAll(selector)].length;
  const metas = readMetas(document);
  const ogType = metas('og:type')?.toLowerCase() ?? '';
  const linked = lazy(() => readLinkedFacts(document));
  const types = lazy(() => {
    const found = new Set(linked().types);
    for (const element of document.querySelectorAll('[itemscope][itemtype]')) {
      const type = element.getAttribute('itemtype')!.trim();
      found.add(type.slice(type.lastIndexOf('/') + 1));
    }
    return found;
  });
  const articles = lazy(() => count('article'));
  const running = lazy(() => {
    // No row of the table asks for more.
    const enough = Math.max(UNDECLARED, articles() * PER_TEASER);
    let sum = 0;
    for (const paragraph of document.querySelectorAll('p')) {
      const size = (paragraph.textContent ?? '').trim().length;
      if (size >= LEAST_PARAGRAPH) sum += size;
      if (sum >= enough) return sum;
    }
    // Some newsrooms write no paragraphs. The walk over all text is paid for only where the page calls itself an article.
    if (sum < UNDECLARED && (ogType === 'article' || any(types(), ARTICLE_TYPE))) return Math.max(sum, runningText(document));
    return sum;
  });
  const hasDate = lazy(() => readDate(document, metas, linked().published, address) !== undefined);
  return {
    isHtml: document.documentElement?.localName === 'html' && document.body?.localName === 'body',
    // A page opts out with `<meta name="dragoman" content="off">`.
    optedOut: metas('dragoman')?.toLowerCase() === 'off',
    host: url?.hostname ?? '',
    path: url?.pathname ?? '',
    hasQuery: (url?.search.length ?? 0) > 1,
    ogType,
    generator: metas('generator') ?? '',
    get types() {
      return types();
    },
    get hasDate() {
      return hasDate();
    },
    get headlines() {
      return count('h1');
    },
    get articles() {
      return articles();
    },
    get running() {
      return running();
    },
    get preformatted() {
      return count('pre');
    },
    get secretFields() {
      return count('input[type="password"], input[autocomplete^="cc-"], input[autocomplete="one-time-code"]');
    },
    get editors() {
      return count('[contenteditable=""], [contenteditable="true"], [role="textbox"]');
    },
  };
}

/** Text nodes beyond which a page of short texts is no article: a page of a million would hold the browser up. */
const MOST_TEXTS = 20_000;

/** Characters in text nodes as long as a paragraph, links and code apart, as far as the table asks. */
function runningText(document: ReadableDocument): number {
  if (!document.body) return 0;
  let sum = 0;
  let seen = 0;
  for (const { length } of textsIn(document.body, (element) => nameOf(element) !== 'a' && !NEVER.has(nameOf(element)))) {
    if (length >= LEAST_PARAGRAPH) sum += length;
    if (sum >= UNDECLARED || ++seen > MOST_TEXTS) break;
  }
  return sum;
}
