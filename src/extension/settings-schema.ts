import { z } from 'zod';
import { LANGUAGES, parseEntityId } from '../model/ids.ts';
import { DENSITIES, MARK_KINDS, PACES, type StoredSettings } from '../model/settings.ts';

// Zod compiles schemas with `new Function` where it may; the extension's own policy forbids it, and the attempt alone is reported.
z.config({ jitless: true });

/** An ASCII host name, as URL parsing gives it. */
export const hostName = z
  .string()
  .min(1)
  .max(253)
  .regex(/^[a-z0-9_.-]+$|^\[[0-9a-f:.]+\]$/);
export const entityId = z
  .string()
  .max(120)
  .refine((text) => parseEntityId(text) !== undefined, 'is no entity id');
export const language = z.enum(LANGUAGES);

/** What the store may hold. Field by field, so that one damaged field does not cost the others. */
export const storedFields = {
  scope: z.enum(['outlets', 'every-article', 'chosen']),
  sites: z.array(z.object({ site: hostName, state: z.enum(['on', 'off']) })).max(10_000),
  density: z.enum(DENSITIES),
  kinds: z.array(z.enum(MARK_KINDS)).max(MARK_KINDS.length),
  muted: z.array(entityId).max(10_000),
  paused: z.boolean(),
  language,
  opening: z.enum(['hover', 'click']),
  pace: z.enum(PACES),
  welcomed: z.boolean(),
} as const;

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
  for (const [name, schema] of Object.entries(storedFields)) {
    if (raw[name] === undefined) continue;
    const result = schema.safeParse(raw[name]);
    if (result.success) good[name] = result.data;
    else damaged.push(name);
  }
  const stored = { version: 1, ...good } as StoredSettings;
  if (typeof raw.version === 'number' && raw.version > 1) return { is: 'newer', stored };
  if (raw.version !== 1) damaged.push('version');
  return damaged.length ? { is: 'damaged', stored, fields: damaged } : { is: 'good', stored };
}
