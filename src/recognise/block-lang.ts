import { GAP, SHAPE, type Tokens } from '../lexicon/tokens.ts';

/** Small words that tell a language where its letters don't. Folded. */
const COMMON: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to in is for on with that by from at as are was has have its will be this'.split(' ')),
  ru: new Set('и в на с по что для из от не к о за до года было это как при он она его будет'.split(' ')),
  kk: new Set('мен және үшін бойынша туралы деп бұл жылы жылдың болды арасындағы екі ол осы бар еді кейін'.split(' ')),
  az: new Set('və ilə bu üçün edib olub ki də da bir onun görə qeyd olan üzrə ölkə'.split(' ')),
  tr: new Set('ve ile bu için olarak bir daha da de olan yılında göre dedi sonra kadar ülke olduğunu'.split(' ')),
};
const KAZAKH_LETTERS = /[әғқңұүһіө]/;
const KYRGYZ_ONLY = /[ңүө]/;

/**
 * The language of a block. Its own letters and small words speak first, then what the element or the document says: pages in Russian
 * often claim to be Kazakh, and the other way round. Primary subtag of BCP 47.
 */
export function blockLanguage(tokens: Tokens, words: readonly string[], claimed: string | undefined): string {
  const claim = claimed?.toLowerCase().split(/[-_]/)[0];
  let latin = 0;
  let cyrillic = 0;
  const votes: Record<string, number> = { en: 0, ru: 0, kk: 0, az: 0, tr: 0 };
  for (let i = 0; i < tokens.count; i++) {
    const word = words[i]!;
    if (tokens.shape[i]! & SHAPE.cyrillic) {
      cyrillic++;
      if (KAZAKH_LETTERS.test(word)) votes.kk! += 1;
      else if (word.includes('ъ') || word.includes('щ')) votes.ru! += 0.5;
    } else if (tokens.shape[i]! & SHAPE.latin) {
      latin++;
      if (word.includes('ə')) votes.az! += 1;
      else if (/[ğşç]/.test(word)) {
        votes.tr! += 0.3;
        votes.az! += 0.3;
      }
    }
    // What follows an apostrophe or hyphen is an ending or a half of a word: Tokayev'in is no English "in".
    const whole = tokens.gap[i] !== GAP.apostrophe && tokens.gap[i] !== GAP.hyphen;
    if (whole) for (const lang of Object.keys(COMMON)) if (COMMON[lang]!.has(word)) votes[lang]! += 1;
  }
  if (latin === 0 && cyrillic === 0) return claim ?? 'und';
  const cyrillicText = cyrillic > latin || (cyrillic === latin && claim !== undefined && CYRILLIC_LANGS.has(claim));
  const langs = cyrillicText ? ['ru', 'kk'] : ['en', 'az', 'tr'];
  const ranked = langs.map((lang) => [lang, votes[lang]! + (lang === claim ? 0.5 : 0)] as const).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked as [readonly [string, number], readonly [string, number]];
  const claimFits = claim !== undefined && (cyrillicText ? CYRILLIC_LANGS.has(claim) : !CYRILLIC_LANGS.has(claim));
  if (claimFits && claim !== undefined && !(claim in COMMON)) {
    // A Kyrgyz, German or French page: only a clear majority of another language's small words overrules it.
    return best[1] >= 3 && best[1] > tokens.count / 8 && !(claim === 'ky' && words.some((w) => KYRGYZ_ONLY.test(w)))
      ? best[0]
      : claim;
  }
  if (best[1] > second[1]) return best[0];
  return claimFits ? claim! : cyrillicText ? 'ru' : 'en';
}

const CYRILLIC_LANGS = new Set(['ru', 'kk', 'ky', 'tg', 'uk', 'be', 'bg', 'mn', 'mk', 'sr']);
