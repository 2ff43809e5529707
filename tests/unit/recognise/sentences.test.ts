import { expect, test } from 'vitest';
import { sentenceStarts } from '../../../src/recognise/sentences.ts';

test.each([
  { name: 'two sentences', text: 'The port opened. |Ships came.' },
  {
    name: 'abbreviations, initials, numbers',
    text: 'The U.S. envoy, Mr. A. Roe of Roe Inc. and co., paid $4.5 million on Jan. 5. |He left.',
  },
  { name: 'quotes and brackets', text: '“It grew.” |He sat. |(Nobody saw.) |“Why?” asked she.' },
  { name: 'small letter goes on', text: 'Is it? asked she. |No.' },
  { name: 'a line break ends one', text: 'Headline\n|Body text' },
  { name: 'ru', text: 'Вырос на 5 млн. тонн в 2023 г. и упал. |Потом т.е. позже, ул. Абая, С. Иванов спал. |Конец.' },
  { name: 'kk', text: 'Былтыр 2 млрд. теңге түсті. |Биыл 2024 ж. қаңтарда өсті… |Солай.' },
  { name: 'az', text: 'Artım 3 mln. ton oldu. |İl başa çatdı! |Son.' },
  { name: 'tr', text: 'Dr. Kaya geldi. |İkinci tümce. |Üçüncü: “Bitti.”' },
  { name: 'other scripts', text: 'ერთი. |ორი. |三。四' },
])('$name', ({ text }) => {
  const parts = text.split('|');
  const starts = [0];
  for (const part of parts.slice(0, -1)) starts.push(starts.at(-1)! + part.length);
  expect(sentenceStarts(parts.join(''))).toEqual(starts);
});
