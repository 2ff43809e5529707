import { z } from 'zod';
import type { BlockCandidates } from '../model/document.ts';
import { DENSITIES, MARK_KINDS, PACES } from '../model/settings.ts';
import { browser, extensionUrl } from './browser.ts';
import type { BackgroundCalls, PageToBackground } from './calls.ts';
import { CallError, type Sender } from './envelope.ts';
import { entityId, hostName, language } from './settings-schema.ts';

/** Longest text of one block: a page with more in one paragraph is cut by the page script before it asks. In UTF-16 units. */
const MAX_TEXT = 1_000_000;
const MAX_BLOCKS = 50_000;

const offset = z.number().int().min(0).max(MAX_TEXT);
const short = z.string().max(400);
/** Addresses and titles of real pages run to some thousands; one that is refused leaves its page unread. In UTF-16 units. */
const MAX_URL = 100_000;
const MAX_TITLE = 100_000;
const httpUrl = z.url({ protocol: /^https?$/ }).max(MAX_URL);
const tabId = z.number().int().min(0);
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const facts = z.object({
  title: z.string().max(MAX_TITLE).optional(),
  date: isoDay.optional(),
  lang: z.string().max(35).optional(),
  outlet: entityId.optional(),
  url: httpUrl.optional(),
});

const figure = z.object({
  kind: z.enum(['money', 'percent', 'quantity', 'multiple', 'period', 'number']),
  value: z.number().optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  period: z.string().max(40).optional(),
  currency: z.string().max(8).optional(),
  unit: z.string().max(80).optional(),
  approx: z.enum(['about', 'gt', 'ge', 'lt', 'le']).optional(),
  step: z.number().optional(),
});
const span = { start: offset, end: offset };
const index = z.number().int().min(0).max(0xffff_ffff);

/** What an earlier reply gave the page, on its way back. */
const candidates = z
  .object({
    sentences: z.array(offset).max(100_000),
    names: z.array(
      z
        .object({
          ...span,
          surface: z.string().max(1_000),
          names: z.array(index).max(1_000),
          ending: short.optional(),
          letterCase: z.enum(['lower', 'title', 'upper', 'mixed', 'uncased']),
          opensSentence: z.boolean(),
          whole: z.object({ end: z.number(), surface: z.string() }).optional(),
          touches: z.enum(['before', 'after', 'both']).optional(),
          local: z.array(z.object({ needs: z.number(), rejected: z.boolean() }).loose()).max(1_000),
        })
        .loose(),
    ),
    cues: z.array(z.object({ ...span, cue: index }).loose()),
    figures: z.array(z.object({ ...span, surface: z.string().max(1_000), figure }).loose()),
    words: z.array(index).max(100_000),
    lang: z.string().max(35),
    introductions: z.array(z.object({ long: z.object(span), short: z.object(span), shortText: short })).max(10_000),
  })
  .loose() as unknown as z.ZodType<BlockCandidates>;

const blockBase = {
  id: z.string().max(60),
  role: z.enum(['headline', 'heading', 'body', 'caption', 'list', 'cell', 'quote']),
  section: z.number().int().min(0),
  article: z.number().int().min(0),
  lang: z.string().max(35).optional(),
};

const annotation = z
  .object({
    id: z.string().max(120),
    block: z.string().max(60),
    ...span,
    surface: z.string().max(2_000),
    marked: z.boolean(),
    kind: z.enum(['entity', 'figure', 'claim']),
  })
  .loose();

const report = z.object({
  names: z.number().int().min(0),
  figures: z.number().int().min(0),
  differ: z.number().int().min(0),
  marks: z.number().int().min(0),
  limits: z.array(z.enum(['viewport-only', 'stopped-fruitless'])).max(2),
});

/** More in one block than any paragraph has. */
const MAX_BESIDE = 400;
const card = z.object({ annotation, facts, beside: z.array(annotation).max(MAX_BESIDE).optional(), entity: entityId.optional() });
/** Routes of the atlas: a hash, then path and query of ours. */
const route = z
  .string()
  .max(400)
  .regex(/^#\/[\w/?=&.~%-]*$/);

const pageCalls: { [K in keyof PageToBackground]: z.ZodType } = {
  begin: z.object({ url: z.string().max(MAX_URL), article: z.boolean(), once: z.boolean(), bring: z.boolean().optional() }),
  annotate: z.object({
    facts,
    blocks: z
      .array(z.union([z.object({ ...blockBase, text: z.string().max(MAX_TEXT) }), z.object({ ...blockBase, candidates })]))
      .max(MAX_BLOCKS),
    muted: z.array(entityId).max(10_000).optional(),
  }),
  card,
  injectCard: z.null(),
  enterFrames: z.object({ once: z.boolean() }),
  report,
  openAtlas: z.object({ route }),
};

const uiCalls: { [K in Exclude<keyof BackgroundCalls, keyof PageToBackground>]: z.ZodType } = {
  settings: z.null(),
  siteState: z.object({ tabId, url: z.string().max(MAX_URL).optional() }),
  turnSite: z.object({ tabId, on: z.boolean(), url: z.string().max(MAX_URL).optional(), hostOnly: z.boolean().optional() }),
  setSite: z.object({ site: hostName, state: z.enum(['on', 'off', 'default']), private: z.boolean() }),
  setScope: z.object({ scope: z.enum(['outlets', 'every-article', 'chosen']) }),
  setDensity: z.object({ density: z.enum(DENSITIES) }),
  setKinds: z.object({ kinds: z.array(z.enum(MARK_KINDS)).max(MARK_KINDS.length) }),
  setMuted: z.object({ entity: entityId, muted: z.boolean() }),
  setPaused: z.object({ paused: z.boolean() }),
  setOpening: z.object({ opening: z.enum(['hover', 'click']) }),
  setPace: z.object({ pace: z.enum(PACES) }),
  setLanguage: z.object({ language: language.nullable() }),
  setWelcomed: z.null(),
  reset: z.null(),
  restore: z.object({ stored: z.unknown() }),
  stored: z.null(),
  importSettings: z.object({ text: z.string().max(4_000_000) }),
  readOnce: z.object({ tabId }),
  panelCard: card,
  labels: z.object({ ids: z.array(entityId).max(10_000), language }),
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

function parse(call: string, schema: z.ZodType, params: unknown): unknown {
  const result = schema.safeParse(params);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new CallError('bad-params', `${call}: ${issue?.path.join('.') || 'parameters'}: ${issue?.message ?? 'not understood'}`);
}
