import { expect, test } from 'vitest';
import { foldedToken, tokenise } from '../../../src/lexicon/tokens.ts';
import { blockLanguage } from '../../../src/recognise/block-lang.ts';

test.each([
  { text: 'The port of the town is open', claimed: 'ru', lang: 'en' },
  { text: 'Порт города открыт и работает', claimed: 'kk', lang: 'ru' },
  { text: 'Қаланың порты ашық және жұмыс істейді', claimed: 'ru', lang: 'kk' },
  { text: 'Şəhərin limanı açıqdır və işləyir', claimed: 'tr', lang: 'az' },
  { text: 'Şehrin limanı açık ve çalışıyor', claimed: 'az', lang: 'tr' },
  { text: "Tokayev'in Bakü ziyareti", claimed: 'tr', lang: 'tr' },
  { text: 'Tokayev Bakıda', claimed: 'az', lang: 'az' },
  { text: 'Токаев Астана', claimed: 'kk', lang: 'kk' },
  { text: 'Токаев Астана', claimed: undefined, lang: 'ru' },
  { text: 'Der Hafen der Stadt ist offen', claimed: 'de', lang: 'de' },
  { text: 'Шаардын порту ачык жана иштейт', claimed: 'ky', lang: 'ky' },
  { text: '2024: 35 %', claimed: 'az-Latn', lang: 'az' },
  { text: '', claimed: undefined, lang: 'und' },
])('$text ($claimed) is $lang', ({ text, claimed, lang }) => {
  const tokens = tokenise(text);
  const words = Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
  expect(blockLanguage(tokens, words, claimed)).toBe(lang);
});
