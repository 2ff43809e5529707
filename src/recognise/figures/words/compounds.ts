/**
 * Languages that write numbers below a hundred as one word, as a list for `Words.numbers`: "achtundsiebzig", "achtenzeventig", "trentacinque".
 * `ones` from 1 to 9 and `tens` from 20 to 90 are in the form that compounds take.
 */
export function compounds(ones: readonly string[], tens: readonly string[], join: (one: string, ten: string) => string): string {
  return tens.flatMap((ten, t) => ones.map((one, o) => `${(t + 2) * 10 + o + 1}=${join(one, ten)}`)).join('|');
}

/** Hundreds in one word with what is below: "einhundertneunundneunzig". */
export function hundreds(ones: readonly string[], hundred: string, below: string): string {
  const parts = below.split('|').map((pair) => pair.split('=') as [string, string]);
  return [...ones.entries()]
    .flatMap(([i, one]) => [
      `${(i + 1) * 100}=${one}${hundred}`,
      ...parts.flatMap(([value, forms]) => {
        const n = Number(value.replace('?', ''));
        return n > 0 && n < 100
          ? [
              `${(i + 1) * 100 + n}=${forms
                .split(';')
                .map((form) => one + hundred + form)
                .join(';')}`,
            ]
          : [];
      }),
    ])
    .join('|');
}
