import fc from 'fast-check';

/** Any UTF-16, and much of what is rare: lone surrogates, NUL, direction and zero-width characters, combining marks, pairs. */
export const wildText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '\u0000',
        '\ud800',
        '\udc00',
        '\u202e',
        '\u2067',
        '\u200d',
        '\u00ad',
        '\ufeff',
        '\u0301',
        'e\u0301',
        'й',
        'и\u0306',
        'İ',
        'ı',
        'ﬁ',
        '𝐊',
        '🇰🇿',
        '👩‍🚀',
      ),
      fc.constantFrom('Kazakhstan', 'Баку', 'Әзербайжан', 'Bakı', "'nın", ' ', '-', '. ', '(OTS)', 'U.S.'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
