/** Texts that would show a search which is not linear in the text, by what is bad in them; each of about `length` UTF-16 units. */
export function hardTexts(name: string, length: number): readonly { readonly what: string; readonly text: string }[] {
  const filled = (part: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
  return [
    { what: 'one word', text: filled('a') },
    { what: 'combining marks', text: `a${filled('\u0301')}b` },
    { what: 'signs', text: filled('$&+') },
    { what: 'blanks', text: filled(' ') },
    { what: 'soft hyphens', text: filled('Bur\u00adgas wi\u00adth ') },
    { what: 'lone surrogates', text: filled('a\ud800 \udc00b ') },
    { what: 'words of two scripts', text: filled('\u0421aspian ') },
    { what: 'one name', text: filled(`${name} `) },
  ];
}
