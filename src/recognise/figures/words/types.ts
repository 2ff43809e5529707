/**
 * What CLDR does not say about a language. Every list is `key=form;form|key=form`; forms may be phrases.
 * Inflected forms need no listing where `endings` lead back to a listed one.
 */
export interface Words {
  /** Value → words. `?` before a value: too common a word to count without scale or unit ("one", "bir"). */
  readonly numbers?: string;
  /** Power of ten → words; 2 is the hundred. */
  readonly scales?: string;
  /** Factor → words that stand before a scale or unit, or behind a number: "half a million", «полтора», "yarım". */
  readonly fractions?: string;
  /** Bottom → words that mean one such part: «половина», «треть», "yarısı". */
  readonly parts?: string;
  /** Bottom → its word beside the number of parts: «пятых», "üçte", «үштен». */
  readonly bottoms?: string;
  /** Words between the parts of a number in words. */
  readonly and?: string;
  /** Endings that inflected words may carry, tried one after the other. */
  readonly endings?: string;
  /** `about`, `gt`, `ge`, `lt`, `le` → what stands before the figure, or behind it. */
  readonly before?: string;
  readonly after?: string;
  /** ISO code → bare names that CLDR has only with the country; `*100` marks hundredths. */
  readonly currencies?: string;
  /** `percent`, `percentage-point`, `basis-point` → words. */
  readonly percents?: string;
  /** Words that put the percentage before the number: "yüzde 25". */
  readonly percentBefore?: string;
  readonly units?: string;
  /** Singular English head noun → words of this language that are counted. */
  readonly counts?: string;
  /** Words behind a number that make it a multiple. */
  readonly times?: string;
  /** Factor → words that are multiples by themselves. */
  readonly multiples?: string;
  /** Words between the ends of a range, before its start, between its ends. */
  readonly to?: string;
  readonly from?: string;
  readonly between?: string;
  /** "Same" before "year". */
  readonly same?: string;
  /** Tags of the reader of periods → words. */
  readonly period?: string;
  /** Words that link a scale with a currency: "millions de dollars". */
  readonly of?: string;
  /** Signs of a label: the number behind is a name ("No. 5"). */
  readonly label?: string;
}

/** Signs that mean one currency in the news of every language; CLDR gives "$" and "¥" to the local one. */
export const SIGNS =
  'USD=$;us$;$us;usd$;u$d;u$s;usd $|EUR=€|GBP=£|CAD=c$;ca$;cad$;cdn$|AUD=aud$;au$|NZD=nz$;nzd$|HKD=hk$|MXN=mex$;mxn$|SGD=sg$|BRL=r$|BTC=₿|KZT=₸|AZN=₼|TRY=₺|RUB=₽|GEL=₾|UAH=₴|INR=₹|USD*100=¢';
