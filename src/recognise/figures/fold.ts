/** Most words of most texts: nothing to fold. */
const PLAIN = /^[a-z]+$/;
const DOTTED = /[İI]/g;
const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff|\u0307|['’‘ʻʼ`]/g;

/**
 * The key under which a word is looked up: lower case, without soft hyphens and apostrophes.
 * Turkish and Azerbaijani keep dotted and dotless i apart. The key may be shorter than the word, offsets never come from it.
 */
export function foldWord(word: string, lang: string): string {
  if (PLAIN.test(word)) return word;
  let key = word;
  if (lang === 'tr' || lang === 'az') key = key.replace(DOTTED, (c) => (c === 'İ' ? 'i' : 'ı'));
  key = key.toLowerCase();
  return key.replace(INVISIBLE, '');
}
