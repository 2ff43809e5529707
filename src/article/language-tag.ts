/** The primary subtag of a declared language, with the mistake that sites of the region make: the country code for the language. */
export function primaryTag(declared: string | null | undefined): string | undefined {
  const tag = /^\s*([a-z]{2,3})(?=$|[-_\s])/i.exec(declared ?? '')?.[1]?.toLowerCase();
  if (tag === 'kz') return 'kk';
  if (tag === 'ua') return 'uk';
  if (tag === 'aze') return 'az';
  if (tag === 'kaz') return 'kk';
  return tag;
}
