import { foldedToken, tokenise } from '../lexicon/tokens.ts';
import { foldWord } from './suffixes.ts';

/**
 * Capitalised words that are no part of a name beside them: they open sentences, address people, name days and months. A final `*` stands
 * for any ending. Posts of the dataset count as well, whatever the page calls them.
 */
const SOURCES: readonly string[] = [
  // English: openers
  `the a an and or but in on at by of for from to with as if when while where after before since until during through under over between among
  against about into this that these those it its he she his her they their we our you i there here both all some many most more such
  no not also however meanwhile moreover furthermore additionally earlier later today yesterday now then thus so according despite although
  though because once only even like unlike via per what which who how why last next first second third one two three four five six seven
  eight nine ten new former then-president officially currently recently previously notably overall together what’s it’s let be will would can
  could should may might must do does did has have had is are was were said says asked told instead finally afterwards elsewhere still yet
  eventually speaking citing quoting`,
  // English: address and office
  `mr mrs ms dr sir president* prime minister* deputy first vice chair* ambassador* governor* mayor* akim* secretary general director* chief
  head speaker* senator* foreign trade energy economy finance transport defense defence interior leader* chancellor king queen prince crown emir
  sheikh general colonel professor* analyst* economist* expert* official* spokes* correspondent* envoy* candidate* commissioner* envoy`,
  // English: days and months
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december`,
  // Russian
  `и а но в во на с со к ко по за из от до для при об о у над под между через после перед во-первых это этот эта эти тот так также однако кроме
  ранее позже затем потом вскоре накануне наконец впрочем сегодня вчера завтра теперь когда если как что чтобы где он она они мы вы его ее их все по-прежнему между согласно напомним отметим
  президент* премьер* министр* вице* глав* посол посл* аким* губернатор* спикер* депутат* директор* председател* секретар* генераль* господин* г-н
  лидер* январ* феврал* март* апрел* ма* июн* июл* август* сентябр* октябр* ноябр* декабр*
  понедельник* вторник* сред* четверг* пятниц* суббот* воскресень* первый новый новая`,
  // Kazakh
  `және мен бен пен бұл осы сол ол олар біз сондай сондықтан сонымен бірақ алайда ал егер бүгін кеше ертең кейін дейін үшін туралы бойынша екі
  президент* премьер* министр* вице* әкім* елші* төраға* спикер* басшы* депутат* директор*
  қаңтар* ақпан* наурыз* сәуір* мамыр* маусым* шілде* тамыз* қыркүйек* қазан* қараша* желтоқсан*`,
  // Azerbaijani
  `və ilə bu o onlar biz amma lakin isə ancaq əgər həmçinin bundan sonra əvvəl bu gün dünən sabah üçün görə haqqında iki hər
  prezident* baş nazir* vitse* səfir* sədr* spiker* deputat* rəhbər* cənab xanım katib* direktor* general*
  yanvar* fevral* mart* aprel* may* iyun* iyul* avqust* sentyabr* oktyabr* noyabr* dekabr*`,
  // Turkish
  `ve ile bu o onlar biz ama ancak ise eğer ayrıca bundan sonra önce bugün dün yarın için göre hakkında iki her
  cumhurbaşkan* başbakan* bakan* büyükelçi* vali* başkan* sözcü* milletvekil* lider* genel sayın müdür* direktör*
  ocak* şubat* mart* nisan* mayıs* haziran* temmuz* ağustos* eylül* ekim* kasım* aralık*`,
];

/**
 * Nouns that make something else of the person's name before them: "Nursultan Nazarbayev International Airport", «Heydər Əliyev Mərkəzi»,
 * "Atatürk Caddesi". A final `*` stands for any ending.
 */
const NAMED_AFTER: readonly string[] = [
  `center* centre* foundation* fund* airport* international avenue street square park palace university school college institute museum library
  stadium bridge prize award award order cup memorial highway tower jr sr ii iii`,
  'центр* фонд* аэропорт* проспект* улиц* площад* парк* университет* школ* институт* музе* библиотек* стадион* мост* преми* орден*',
  'орталығ* қор* әуежай* даңғыл* көше* алаң* саябақ* университет* мектеб* институт* музей* кітапхана* стадион* көпір* сыйлығ* орден*',
  'mərkəz* fond* hava prospekt* küçə* meydan* park* universitet* məktəb* institut* muzey* kitabxana* stadion* körpü* mükafat* orden* adına',
  `merkez* vakf* vakıf* havalimanı* havaalanı* uluslararası bulvar* cadde* sokak* sokağ* meydan* park* üniversite* okul* lise* enstitü* müze*
  kütüphane* stad* köprü* ödül* nişan* kültür hastane*`,
];

interface Listed {
  readonly whole: ReadonlySet<string>;
  /** By their first two letters. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

/** Folds all words in one go: word by word it takes a cold start five times as long. */
function fold(sources: readonly string[]): Listed {
  const text = sources.join(' ');
  const tokens = tokenise(text);
  const whole = new Set<string>();
  const stems = new Map<string, string[]>();
  for (let i = 0; i < tokens.count; i++) {
    // Of «по-прежнему» the first half is a token of a page's text.
    if (i > 0 && !/\s/.test(text[tokens.start[i]! - 1]!)) continue;
    const word = foldedToken(tokens, i);
    if (text[tokens.end[i]!] !== '*') whole.add(word);
    else stems.set(word.slice(0, 2), [...(stems.get(word.slice(0, 2)) ?? []), word]);
  }
  return { whole, stems };
}

/** Is a folded word one of the list? Made when first asked. */
function listed(sources: readonly string[]): (word: string) => boolean {
  let made: Listed | undefined;
  return (word) => {
    const { whole, stems } = (made ??= fold(sources));
    return whole.has(word) || (stems.get(word.slice(0, 2))?.some((stem) => word.startsWith(stem)) ?? false);
  };
}

/** Stands this folded word beside names without being a part of them? */
export const isCommon = listed(SOURCES);

/** Does this folded word make something else of a person's name before it? */
export const isNamedAfter = listed(NAMED_AFTER);

/** Words that may open a longer name's first half with a hyphen and leave the second half what it is: "pro-Kazakh", "ex-President". */
export const HYPHEN_PREFIXES = new Set('non pro anti ex post pre all pan про анти экс пост не'.split(' ').map(foldWord));

/** English offices that are held for a place, and the words between the two. */
export const OFFICES = new Set(
  'president minister ambassador governor envoy representative head chairman chairwoman chair mayor speaker secretary consul director leader'.split(
    ' ',
  ),
);
export const OF_OFFICE = new Set(['of', 'to', 'in', 'for']);
