/** What an entity can be. The type is the first half of every entity id. */
export const ENTITY_TYPES = [
  'person',
  'organisation',
  'country',
  'region',
  'city',
  'port',
  'route',
  'infrastructure',
  'treaty',
  'programme',
  'forum',
  'company',
  'outlet',
  'brand',
  'currency',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** `type/slug`, never reused: `country/kz`, `region/kz-15`, `route/titr`, `person/tokayev`. */
export type EntityId = `${EntityType}/${string}`;

/** Splits an entity id; undefined when the text is none. A slug is lower-case ASCII letters, digits and single hyphens. */
export function parseEntityId(text: string): { type: EntityType; slug: string } | undefined {
  const cut = text.indexOf('/');
  const type = text.slice(0, cut) as EntityType;
  const slug = text.slice(cut + 1);
  if (cut < 1 || !ENTITY_TYPES.includes(type) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return undefined;
  return { type, slug };
}

/** The type half of a well-formed id. */
export function typeOf(id: EntityId): EntityType {
  return id.slice(0, id.indexOf('/')) as EntityType;
}

/** Languages of the interface and of full recognition. Others are read as far as names and locale data go. */
export const LANGUAGES = ['en', 'ru', 'az', 'kk', 'tr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text per language; English is always there. */
export type LocalText = { en: string } & Partial<Record<Language, string>>;
