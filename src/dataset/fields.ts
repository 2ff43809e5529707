import { z } from 'zod';
import type { EntityId, EntityType } from '../model/ids.ts';
import { ENTITY_TYPES, parseEntityId } from '../model/ids.ts';
import { parsePeriod } from '../model/period.ts';

/**
 * Longest text of each field, in UTF-16 units. Lines and notes are ours: a cap keeps anybody else's paragraph out. Titles are the publishers'.
 * The longest title met in the collected material has 161.
 */
export const CAPS = { label: 90, line: 160, note: 200, scope: 280, title: 200, name: 140, words: 80 } as const;

/** One line of text, trimmed, composed (NFC), no control characters. */
export const text = (max: number) =>
  z
    .string('must be text')
    .min(1, 'must not be empty')
    .max(max, `is longer than ${max} characters: shorten it, in words of your own`)
    .refine((s) => s === s.trim(), 'starts or ends with a space: remove it')
    .refine((s) => !/[\u0000-\u001f\u007f-\u009f]/.test(s), 'holds a line break or control character: write one line')
    .refine((s) => s === s.normalize('NFC'), 'is not composed Unicode: save it in NFC');

/** A text per interface language; English is always there. */
export const localText = (max: number) =>
  z.strictObject({
    en: text(max),
    ru: text(max).optional(),
    az: text(max).optional(),
    kk: text(max).optional(),
    tr: text(max).optional(),
  });

export const entityId = z
  .string('must be an entity id')
  .refine((s) => parseEntityId(s) !== undefined, 'is no entity id: write type/slug, such as country/kz')
  .transform((s) => s as EntityId);
export const entityType = z.enum(ENTITY_TYPES, `is no entity type: one of ${ENTITY_TYPES.join(', ')}`) as z.ZodType<EntityType>;

export const slug = z
  .string('must be a slug')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no slug: lower-case ASCII letters, digits and single hyphens');

/** BCP 47 tag: `en`, `kk`, `kk-Latn`, `zh`. */
export const lang = z
  .string('must be a language tag')
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'is no language tag: en, kk, kk-Latn');

export const https = z
  .string('must be an address')
  .max(500, 'is longer than 500 characters')
  .refine((s) => {
    try {
      const url = new URL(s);
      return url.protocol === 'https:' && url.username === '' && url.hostname.includes('.');
    } catch {
      return false;
    }
  }, 'is no https address: write https://…');

/** A bare year in YAML is a number. */
const scalar = z.union([z.string(), z.number()], 'must be a date').transform(String);
/** ISO day, month or year: `2023-09-05`, `2023-09`, `2023`. */
export const date = scalar.refine(
  (s) => /^\d{4}(-\d{2}){0,2}$/.test(s) && parsePeriod(s) !== undefined,
  'is no date of the calendar: write 2023-09-05, 2023-09 or 2023',
);
export const isoDay = scalar.refine(
  (s) => s.length === 10 && parsePeriod(s) !== undefined,
  'is no day of the calendar: write 2023-09-05',
);
export const period = scalar.refine(
  (s) => parsePeriod(s) !== undefined,
  'is no half-open period: write 2023, 2023-Q1, 2023-H1, 2023-03, 2023-03-05 or 2025-01-01/2025-09-01 (the end does not belong to it, .. is open)',
);

/** Words or phrases by language; a final `*` stands for any ending. */
export const wordsByLanguage = z.record(
  lang,
  z.array(text(CAPS.words).refine((s) => !s.slice(0, -1).includes('*') && s !== '*', 'may have one *, at its end')),
);
