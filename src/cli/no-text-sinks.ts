/** What of a Vite plugin is needed here. */
export interface SourceTransform {
  readonly name: string;
  transform(code: string, id: string): string | undefined;
}

/** Ways from text to markup or code in the files of packages, and what stands there in what is shipped. */
const SINKS: readonly (readonly [RegExp, string])[] = [
  // Preact's `dangerouslySetInnerHTML`, `selection.html()` of the chart library: text stays text. Emptying an element works as before.
  [/\.innerHTML\b/g, '.textContent'],
  // Zod compiles its schemas where it may. Its attempt now fails as it does under a strict policy, so it reads them as they are.
  [/\bconst (\w+) = Function;/g, 'const $1 = undefined;'],
];

/**
 * Some libraries can turn text into markup or into code. We never ask for it, and what is shipped cannot.
 * `tests/e2e/guest/hostile-bundle.test.ts` fails on any way that is left (docs/adr/0065).
 */
export const withoutTextSinks: SourceTransform = {
  name: 'dragoman:no-text-sinks',
  transform(code, id) {
    if (!id.includes('/node_modules/')) return undefined;
    const made = SINKS.reduce((text, [sink, instead]) => text.replaceAll(sink, instead), code);
    return made === code ? undefined : made;
  },
};
