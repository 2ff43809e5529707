/** A mention that should be linked. */
export interface Share {
  readonly lang: string;
  readonly kind: string;
  /** The dataset has its entity. */
  readonly known: boolean;
  readonly right: boolean;
}

/** Recall of all mentions, and of those whose entity the dataset has: altogether, by language, by language and kind. */
export function shares(mentions: readonly Share[], print: (line: string) => void): void {
  const line = (name: string, list: readonly Share[]) => {
    const known = list.filter((mention) => mention.known);
    const recall = (of: readonly Share[]) =>
      of.length ? `${((100 * of.filter((mention) => mention.right).length) / of.length).toFixed(1)} %` : '–';
    print(
      `  ${name.padEnd(12)} ${String(list.length).padStart(4)} mentions, recall ${recall(list).padStart(7)} of all, ${recall(known).padStart(7)} of the ${String(known.length).padStart(3)} whose entity the dataset has`,
    );
  };
  line('all', mentions);
  const keys = (key: (mention: Share) => string) => [...new Set(mentions.map(key))].sort();
  for (const lang of keys(({ lang }) => lang))
    line(
      lang,
      mentions.filter((mention) => mention.lang === lang),
    );
  for (const both of keys(({ lang, kind }) => `${lang} ${kind}`))
    line(
      both,
      mentions.filter(({ lang, kind }) => `${lang} ${kind}` === both),
    );
}
