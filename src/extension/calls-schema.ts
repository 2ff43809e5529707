import { DENSITIES, MARK_KINDS, PACES } from '../model/settings.ts';
import { browser, extensionUrl } from './browser.ts';
import type { BackgroundCalls, PageToBackground } from './calls.ts';
import {
  type Check,
  finite,
  flag,
  list,
  maybe,
  nothing,
  object,
  oneOf,
  open,
  orNull,
  Refusal,
  something,
  text,
  whole,
} from './check.ts';
import { CallError, type Sender } from './envelope.ts';
import { entityId, hostName, language } from './settings-schema.ts';

/** Longest text of one block: a page with more in one paragraph is cut by the page script before it asks. In UTF-16 units. */
const MAX_TEXT = 1_000_000;
const MAX_BLOCKS = 50_000;

const offset = whole(0, MAX_TEXT);
const short = text(400);
/** Addresses and titles of real pages run to some thousands; one that is refused leaves its page unread. In UTF-16 units. */
const MAX_URL = 100_000;
const MAX_TITLE = 100_000;
const address = text(MAX_URL);
const httpUrl = text(MAX_URL, (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), 'is no address of the web');
const count = whole();
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const index = whole(0, 0xffff_ffff);
const surface = text(1_000);
const tag = maybe(text(35));
const entities = list(entityId, 10_000);
/** As many as a list may have where only the length of its text bounds it. */
const ANY = Number.MAX_SAFE_INTEGER;

const facts = object({
  title: maybe(text(MAX_TITLE)),
  date: maybe(text(10, (day) => ISO_DAY.test(day), 'is no ISO day')),
  lang: tag,
  outlet: maybe(entityId),
  url: maybe(httpUrl),
});

const figure = object({
  kind: oneOf(['money', 'percent', 'quantity', 'multiple', 'period', 'number']),
  value: maybe(finite),
  range: maybe(list(finite, 2, 2)),
  period: maybe(text(40)),
  currency: maybe(text(8)),
  unit: maybe(text(80)),
  approx: maybe(oneOf(['about', 'gt', 'ge', 'lt', 'le'])),
  step: maybe(finite),
});
const span = { start: offset, end: offset };

/** What an earlier reply gave the page, on its way back. */
const candidates = open({
  sentences: list(offset, 100_000),
  names: list(
    open({
      ...span,
      surface,
      names: list(index, 1_000),
      ending: maybe(short),
      letterCase: oneOf(['lower', 'title', 'upper', 'mixed', 'uncased']),
      opensSentence: flag,
      whole: maybe(object({ end: finite, surface: text(ANY) })),
      touches: maybe(oneOf(['before', 'after', 'both'])),
      local: list(open({ needs: finite, rejected: flag }), 1_000),
    }),
    ANY,
  ),
  cues: list(open({ ...span, cue: index }), ANY),
  figures: list(open({ ...span, surface, figure }), ANY),
  words: list(index, 100_000),
  lang: text(35),
  introductions: list(object({ long: object(span), short: object(span), shortText: short }), 10_000),
});

const blockBase = {
  id: text(60),
  role: oneOf(['headline', 'heading', 'body', 'caption', 'list', 'cell', 'quote']),
  section: count,
  article: count,
  lang: tag,
};
const newBlock = object({ ...blockBase, text: text(MAX_TEXT) });
const knownBlock = object({ ...blockBase, candidates });
const block: Check = (value, at) =>
  (typeof value === 'object' && value !== null && 'text' in value ? newBlock : knownBlock)(value, at);

const annotation = open({
  id: text(120),
  block: text(60),
  ...span,
  surface: text(2_000),
  marked: flag,
  kind: oneOf(['entity', 'figure', 'claim']),
});

const report = object({
  names: count,
  figures: count,
  differ: count,
  marks: count,
  limits: list(oneOf(['viewport-only', 'stopped-fruitless']), 2),
});

/** More in one block than any paragraph has. */
const MAX_BESIDE = 400;
const card = object({
  annotation,
  facts,
  beside: maybe(list(annotation, MAX_BESIDE)),
  entity: maybe(entityId),
});
/** Routes of the atlas: a hash, then path and query of ours. */
const ROUTE = /^#\/[\w/?=&.~%-]*$/;

const pageCalls: { readonly [K in keyof PageToBackground]: Check } = {
  begin: object({ url: address, article: flag, once: flag, lang: tag }),
  bringPage: object({ lang: tag }),
  annotate: object({ facts, blocks: list(block, MAX_BLOCKS), muted: maybe(entities) }),
  card,
  injectCard: nothing,
  enterFrames: object({ once: flag }),
  report,
  openAtlas: object({ route: text(400, (route) => ROUTE.test(route), 'is no route of the atlas') }),
};

const uiCalls: { readonly [K in Exclude<keyof BackgroundCalls, keyof PageToBackground>]: Check } = {
  settings: nothing,
  siteState: object({ tabId: count, url: maybe(address) }),
  turnSite: object({ tabId: count, on: flag, url: maybe(address), hostOnly: maybe(flag) }),
  setSite: object({ site: hostName, state: oneOf(['on', 'off', 'default']), private: flag }),
  setScope: object({ scope: oneOf(['outlets', 'every-article', 'chosen']) }),
  setDensity: object({ density: oneOf(DENSITIES) }),
  setKinds: object({ kinds: list(oneOf(MARK_KINDS), MARK_KINDS.length) }),
  setMuted: object({ entity: entityId, muted: flag }),
  setPaused: object({ paused: flag }),
  setOpening: object({ opening: oneOf(['hover', 'click']) }),
  setPace: object({ pace: oneOf(PACES) }),
  setLanguage: object({ language: orNull(language) }),
  setWelcomed: nothing,
  reset: nothing,
  restore: object({ stored: something }),
  stored: nothing,
  importSettings: object({ text: text(4_000_000) }),
  readOnce: object({ tabId: count }),
  panelCard: card,
  labels: object({ ids: entities, language }),
};

/**
 * Who may ask what. Commands that change settings come from the extension's own pages only: a page script runs in a process that the page may own.
 * Gives the parameters as parsed; throws a CallError that names the field.
 */
export function checkCall(call: string, params: unknown, sender: Sender): unknown {
  if (sender.id !== browser.runtime.id) throw new CallError('refused', 'the sender is not this extension');
  const ours = sender.url?.startsWith(extensionUrl('')) ?? false;
  if (Object.hasOwn(uiCalls, call)) {
    if (!ours) throw new CallError('refused', `${call} is for the extension's own pages`);
    return parse(call, uiCalls[call as keyof typeof uiCalls], params);
  }
  if (!Object.hasOwn(pageCalls, call)) throw new CallError('bad-params', `there is no call named ${call}`);
  return parse(call, pageCalls[call as keyof typeof pageCalls], params);
}

function parse(call: string, check: Check, params: unknown): unknown {
  try {
    return check(params, '');
  } catch (error) {
    if (error instanceof Refusal) throw new CallError('bad-params', `${call}: ${error.at || 'parameters'}: ${error.message}`);
    throw error;
  }
}
