const LAYERS = 3;
const SHORTEST = 2;
/** The words of two letters that are inflected: months, years, countries, houses. */
const SHORT = new Set(['ay', 'il', 'ай', 'ел', 'үй', 'ev']);
const NONE: readonly string[] = [];

/**
 * Forms of an inflected word with its endings taken off one after the other, longest first: "теңгелерінің" → "теңгелері", "теңгелер", "теңге".
 * Whether a form is a word is for the table to say in which it is looked up.
 */
export function makeStems(endings: string | undefined): (key: string) => readonly string[] {
  if (!endings) return () => NONE;
  const known = new Set(endings.split(' '));
  const longest = Math.max(...[...known].map((e) => e.length));
  return (key) => {
    const found = new Set<string>();
    let layer = [key];
    for (let depth = 0; depth < LAYERS && layer.length > 0; depth++) {
      const next: string[] = [];
      for (const form of layer) {
        for (let size = 1; size <= longest && form.length - size >= SHORTEST; size++) {
          if (!known.has(form.slice(form.length - size))) continue;
          const stem = form.slice(0, form.length - size);
          if (found.has(stem) || (stem.length === SHORTEST && !SHORT.has(stem))) continue;
          found.add(stem);
          next.push(stem);
        }
      }
      layer = next;
    }
    return [...found].sort((a, b) => b.length - a.length);
  };
}
