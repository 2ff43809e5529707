import { LANGUAGES, parseEntityId } from '../model/ids.ts';
import { DENSITIES, MARK_KINDS, PACES, type StoredSettings } from '../model/settings.ts';
import { type Check, flag, list, object, oneOf, Refusal, text } from './check.ts';

/** An ASCII host name, as URL parsing gives it. */
const HOST = /^[a-z0-9_.-]+$|^\[[0-9a-f:.]+\]$/;
export const hostName = text(253, (host) => HOST.test(host), 'is no host name');
export const entityId = text(120, (id) => parseEntityId(id) !== undefined, 'is no entity id');
export const language = oneOf(LANGUAGES);

/** What the store may hold. Field by field, so that one damaged field does not cost the others. */
const storedFields: Readonly<Record<Exclude<keyof StoredSettings, 'version'>, Check>> = {
  scope: oneOf(['outlets', 'every-article', 'chosen']),
  sites: list(object({ site: hostName, state: oneOf(['on', 'off']) }), 10_000),
  density: oneOf(DENSITIES),
  kinds: list(oneOf(MARK_KINDS), MARK_KINDS.length),
  muted: list(entityId, 10_000),
  paused: flag,
  language,
  opening: oneOf(['hover', 'click']),
  pace: oneOf(PACES),
  welcomed: flag,
};

export type Reading =
  | { readonly is: 'good'; readonly stored: StoredSettings }
  /** Some fields could not be read: `stored` holds the good ones. */
  | { readonly is: 'damaged'; readonly stored: StoredSettings; readonly fields: readonly string[] }
  | { readonly is: 'newer'; readonly stored: StoredSettings };

/** Reads whatever the browser's storage gave back. Never throws. */
export function readStored(value: unknown): Reading {
  if (value === undefined) return { is: 'good', stored: { version: 1 } };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { is: 'damaged', stored: { version: 1 }, fields: ['settings'] };
  const raw = value as Record<string, unknown>;
  const good: Record<string, unknown> = {};
  const damaged: string[] = [];
  for (const [name, check] of Object.entries(storedFields)) {
    if (raw[name] === undefined) continue;
    try {
      good[name] = check(raw[name], name);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      damaged.push(name);
    }
  }
  const stored = { version: 1, ...good } as StoredSettings;
  if (typeof raw.version === 'number' && raw.version > 1) return { is: 'newer', stored };
  if (raw.version !== 1) damaged.push('version');
  return damaged.length ? { is: 'damaged', stored, fields: damaged } : { is: 'good', stored };
}
