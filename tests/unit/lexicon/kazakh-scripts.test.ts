import { expect, test } from 'vitest';
import { kazakhInArabic, kazakhInLatin } from '../../../src/lexicon/kazakh-scripts.ts';

test.each([
  { cyrillic: 'Қазақстан', latin: 'Qazaqstan', arabic: 'قازاقستان' },
  { cyrillic: 'Алматы', latin: 'Almaty', arabic: 'الماتى' },
  { cyrillic: 'Түркістан', latin: 'Türkıstan', arabic: 'تۇركىستان' },
  { cyrillic: 'Өзбекстан', latin: 'Özbekstan', arabic: 'وزبەكستان' },
  { cyrillic: 'Ұлытау облысы', latin: 'Ūlytau oblysy', arabic: 'ۇلىتاۋ وبلىسى' },
  { cyrillic: 'Шымкент', latin: 'Şymkent', arabic: 'شىمكەنت' },
  { cyrillic: 'Семей', latin: 'Semei', arabic: 'سەمەي' },
  { cyrillic: 'Өскемен', latin: 'Öskemen', arabic: 'وسكەمەن' },
  { cyrillic: 'Құрық', latin: 'Qūryq', arabic: 'قۇرىق' },
  { cyrillic: 'Әулие', latin: 'Äulie', arabic: 'اۋليە' },
  { cyrillic: 'Тәттімбет', latin: 'Tättımbet', arabic: 'تاتتىمبەت' },
])('$cyrillic in three alphabets', ({ cyrillic, latin, arabic }) => {
  expect(kazakhInLatin(cyrillic)).toBe(latin);
  // Softness is shown before the word, unless a letter shows it.
  expect(kazakhInArabic(cyrillic).replace('ء', '')).toBe(arabic);
});

test('a hamza stands before soft words whose letters do not say so', () => {
  expect(kazakhInArabic('Өнім')).toBe('ءونىم');
  expect(kazakhInArabic('Көкшетау')).not.toContain('ء');
  expect(kazakhInArabic('дің', { ending: true })).toBe('دىڭ');
});

test('what is not Kazakh Cyrillic stays', () => {
  expect(kazakhInLatin('QazTrade 2024')).toBe('QazTrade 2024');
  expect(kazakhInArabic('2024 – 35 %')).toBe('2024 – 35 %');
});
