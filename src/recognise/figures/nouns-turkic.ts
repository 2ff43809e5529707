import type { CountedNoun } from './nouns-russian.ts';
import { isWord, type Reading } from './reading.ts';

interface Grammar {
  /** Words that follow a number and are not counted. */
  readonly stops: ReadonlySet<string>;
  readonly adjectives: ReadonlySet<string>;
  /** Endings that make adjectives. */
  readonly adjective: RegExp;
  /** Plurals, which no number is followed by. */
  readonly plural: RegExp;
  /** Finite verbs that close a sentence. */
  readonly verb: RegExp;
  /** Verbs that may stand right behind a number: "5 oldu". */
  readonly closing: RegExp;
  /** The second word of a compound has the possessive ending, with or without a case: "yük vagonu", "savaş gemisinden". */
  readonly possessed: RegExp;
  /** Case endings to take off for the dictionary form. */
  readonly cases: RegExp;
  readonly and: string;
}

const words = (list: string) => new Set(list.split(/\s+/));

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  tr: {
    stops: words(
      `ve veya ya ile ila için kadar göre daha en çok az fazla fazlası önce sonra beri itibaren ise de da ki gibi olarak olan olduğu var yok bu şu o bir her tüm bütün hiç ancak ama fakat civarı civarında yakın aşkın üzeri üzerinde altında artı eksi kez defa kere kat sayılı numaralı nolu numara puan`,
    ),
    adjectives: words(
      `yeni eski büyük küçük genç yaşlı yerli yabancı yüksek alçak uzun kısa ağır hafif ayrı farklı önemli özel resmi askeri sivil tıbbi ulusal uluslararası profesyonel modern orta ilk son ana ek ortak tam güçlü zengin yoksul kamu devlet elektrikli dini milli siyasi ticari mali teknik bilimsel tarihi`,
    ),
    adjective: /.{3}(?:l[ıiuü]|s[ıiuü]z|s[ae]l|lık|lik|luk|lük)$/,
    plural: /(?:lar|ler)(?:[ıi]|[ıi]n|[ıi]n[ıia]|a|e|da|de|dan|den)?$/,
    verb: /(?:d[ıiuü]|t[ıiuü]|d[ıiuü]lar|m[ıiuü]ş|m[ıiuü]şt[ıiuü]r?|yor|yordu|[ae]cak|[ae]cek|makta|mekte|d[ıiuü]r|[ıiuü]r|[ae]r|l[ae]r|malı|meli)$/,
    closing:
      /(?:yor|[ae]cak|[ae]cek|m[ıiuü]şt[ıiuü]r?|makta|mekte)$|^(?:oldu|vardı|kaldı|arttı|düştü|çıktı|indi|geldi|verdi|aldı|etti|öldü|edildi|yapıldı|açıklandı|gerçekleşti|ulaştı|yükseldi|geriledi|azaldı|olur|oldular)$/,
    possessed: /^.{2,}[ıiuü](?:n[ıiuüae]|nd[ae]n?|n[ıiuü]n)?$/,
    cases: /(?:(?<=s[ıiuü])n[ıiuüae]|(?<=[ıiuü])nd[ae]n?|[dt][ae]n?|y[ıiuüae]|n[ıiuü]n)$/,
    and: 've',
  },
  az: {
    stops: words(
      `və və ya ilə üçün qədər dək görə daha ən çox az artıq əvvəl sonra bəri etibarən isə də da ki kimi olaraq olan olduğu var yox bu o hər bütün heç amma lakin yaxın ətrafında dəfə kərə qat nömrəli saylı nömrə bənd bəndi`,
    ),
    adjectives: words(
      `yeni köhnə böyük kiçik gənc yaşlı yerli xarici hündür alçaq uzun qısa ağır yüngül ayrı müxtəlif mühüm xüsusi rəsmi hərbi mülki milli elmi tibbi müasir beynəlxalq orta ilk son əsas əlavə birgə tam güclü zəngin kasıb dini siyasi ticari maliyyə texniki tarixi ictimai dövlət`,
    ),
    adjective: /.{3}(?:l[ıiuü]|s[ıiuü]z|lıq|lik|luq|lük)$/,
    plural: /(?:lar|lər)(?:[ıi]|[ıi]n|[ıi]n[ıi]|a|ə|da|də|dan|dən)?$/,
    verb: /(?:d[ıiuü]|d[ıiuü]lar|m[ıiuü]ş|m[ıiuü]şd[ıiuü]r|[ıiuü]r|[ıiuü]b|[ae]caq|[əe]cək|d[ıiuü]r|l[ae]r|malıdır|məlidir|maqdadır|məkdədir|əkdilər)$/,
    closing:
      /(?:[ıiuü]b|[ıiuü]bdır|acaq|əcək|m[ıiuü]şdır|maqda|məkdə)$|^(?:oldu|idi|qaldı|artdı|düşdü|çıxdı|endi|gəldi|verdi|aldı|etdi|öldü|edildi|olundu|çatdı|yüksəldi|azaldı|olur|təşkil|davam)$/,
    possessed: /^.{2,}[ıiuü](?:n[ıiuüaə]|nd[aə]n?|n[ıiuü]n)?$/,
    cases: /(?:(?<=s[ıiuü])n[ıiuüaə]|(?<=[ıiuü])nd[aə]n?|d[aə]n?|y[ıiuüaə]|n[ıiuü]n?)$/,
    and: 'və',
  },
  kk: {
    stops: words(
      `және мен бен пен немесе үшін дейін шейін бойынша кейін соң бұрын бері бастап ең көп аз астам аса артық жуық кем тең деп ретінде болып болған бар жоқ да де та те ма ме ба бе па пе ғой ғана ақ не бұл ол сол осы әр барлық бүкіл бірақ ал рет есе мәрте нөмірлі тармақ тармағы`,
    ),
    adjectives: words(
      `жаңа ескі үлкен кіші кішкентай жас қарт биік аласа ұзын қысқа ауыр жеңіл жергілікті шетелдік әскери ғылыми ұлттық арнайы маңызды бөлек түрлі заманауи бірдей мемлекеттік халықаралық орта алғашқы соңғы негізгі қосымша бірлескен күшті бай кедей діни саяси қаржылық техникалық тарихи қоғамдық медициналық азаматтық`,
    ),
    adjective: /.{3}(?:лық|лік|дық|дік|тық|тік|сыз|сіз|лы|лі|ғы|гі|қы|кі)$|.{4}нды$|ньды$/u,
    plural: /(?:лар|лер|дар|дер|тар|тер)(?:ы|і|ды|ді|ға|ге|да|де|дан|ден)?$/u,
    verb: /(?:[дт][ыі]|[ае]д[ыі]|йд[ыі]|[гғкқ][ае]н|[ыі]п|л[ае]р|мақ|мек)$/u,
    closing:
      /(?:[ае]д[ыі]|[ае]йд[ыі])$|^(?:болды|қалды|артты|түсті|шықты|келді|берді|алды|етті|өлді|жетті|өсті|құрады|төмендеді|азайды)$/u,
    possessed: /^.{2,}[ыі](?:н|н[ае]н|н[дт][ае]|н[ае]|ның|нің)?$|(?:уш[ыі])/u,
    cases: /(?:(?<=с[ыі])н|(?<=[ыі])н[дт][ае]н?|[дт][ае]н|н[ае]н|[дтн][ыі]ң|н[ыі]|(?<=.{3})[гғкқ][ае])$/u,
    and: 'және',
  },
};

/** Places beside a noun, which are no nouns of their own: "iki ülke arasındaki", «екі ел арасында». */
const RELATIONS =
  /^(?:ara|iç|üzər|üzer|alt|yan|son|baş|ön|arka|arxa|hak|haq|taraf|tərəf|dış|karşı|qarşı|çevre|etraf|ətraf|boy|ard|ара|іш|үст|аст|жан|алд|арт|соң|бас|маң|қарсы|тара|орта)(?:s?[ıiuü]n|л?[ыі]н|s?[ıiuü]$|ы$|і$)/u;
/** "46 evin damı": the roof is the houses', and the houses are counted. */
const GENITIVE = /[ıiuüыі]н$|[ıiuü]n$/u;
const MOST_WORDS = 5;
/** "üçüncü", «үшінші», "тоғыздың": what belongs to the number itself. */
const ROOT = 3;
const ORDINAL = /(?:[ıiuü]nc[ıiuü]|[ыі]?нш[ыі])/u;

/** Is the word an ordinal or an inflected number, so that no noun is counted? */
export function isNumberForm({ locale }: Reading, key: string): boolean {
  const numbers = [...locale.numbers.keys()];
  return (
    (ORDINAL.test(key) && numbers.some((word) => key.startsWith(word.slice(0, ROOT)))) ||
    (key.length > 3 && locale.stems(key).some((stem) => locale.numbers.has(stem)))
  );
}

/** Shorter ones are counted where a table has them: "ev", «үй». */
const SHORTEST = 3;

/**
 * The noun behind a number in Turkish, Azerbaijani or Kazakh: it stands in the singular, behind its adjectives; of two nouns
 * the second is the head when it has the ending of possession ("yük vagonu"), or when no verb follows it at once ("tunç balta").
 */
export function turkicNoun(r: Reading, from: number): CountedNoun | undefined {
  const { tokens, text, locale } = r;
  const grammar = GRAMMARS[locale.lang];
  if (!grammar) return undefined;
  const isPlain = (i: number): boolean => {
    const token = tokens[i];
    if (!isWord(token) || token.gap !== 1 || text[token.start] !== token.key[0]) return false;
    if (token.key.length < SHORTEST && !locale.counts.match(text, tokens, i, locale.stems)) return false;
    return (
      !RELATIONS.test(token.key) &&
      !grammar.stops.has(token.key) &&
      !locale.numbers.has(token.key) &&
      !grammar.plural.test(token.key)
    );
  };
  const isAdjective = (i: number) => grammar.adjectives.has(tokens[i]!.key) || grammar.adjective.test(tokens[i]!.key);
  let at = from;
  while (at < from + MOST_WORDS && isPlain(at) && isAdjective(at)) {
    const next = tokens[at + 1]?.key === grammar.and || tokens[at + 1]?.key === ',' ? at + 2 : at + 1;
    const bare = locale.lang === 'kk' && next === at + 1 && isWord(tokens[next]) && tokens[next]!.key.length === SHORTEST - 1;
    if (bare && !grammar.stops.has(tokens[next]!.key)) return { unit: tokens[next]!.key, next: next + 1, guessed: true }; // «37 қылмыстық іс»
    if (!isPlain(next) || (next === at + 1 && !grammar.adjectives.has(tokens[at]!.key) && grammar.verb.test(tokens[next]!.key)))
      break;
    at = next;
  }
  const phrase = locale.counts.match(text, tokens, at, locale.stems);
  if (phrase && phrase.next > at + 1) return { unit: phrase.value, next: phrase.next }; // "iş yeri"
  if (!isPlain(at) || grammar.closing.test(tokens[at]!.key) || isNumberForm(r, tokens[at]!.key)) return undefined;
  if (locale.lang === 'kk' && isAdjective(at) && isPlain(at + 1)) return undefined; // «12 шекаралық»
  const next = at + 1;
  const compound =
    isPlain(next) &&
    !isInflected(tokens[at]!.key) &&
    !grammar.closing.test(tokens[next]!.key) &&
    (grammar.verb.test(tokens[next]!.key)
      ? isVerb(next + 1) && grammar.possessed.test(tokens[next]!.key)
      : grammar.possessed.test(tokens[next]!.key));
  const head = compound ? next : at;
  const listed = locale.counts.match(text, tokens, head, locale.stems);
  if (listed) return { unit: listed.value, next: listed.next };
  return { unit: lemma(tokens[head]!.key), next: head + 1, guessed: true };

  function isVerb(i: number) {
    return isWord(tokens[i]) && grammar!.verb.test(tokens[i]!.key);
  }
  /** A noun in a case of its own opens no compound. */
  function isInflected(key: string) {
    return (grammar!.cases.test(key) && key.length > 4) || (GENITIVE.test(key) && key.length > SHORTEST);
  }
  function lemma(key: string) {
    const bare = key.replace(grammar!.cases, '');
    return bare.length >= SHORTEST ? bare : key;
  }
}
