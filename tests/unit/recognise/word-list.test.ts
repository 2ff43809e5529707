import { expect, test } from 'vitest';
import { recogniseBlock } from '../../../src/recognise/recognise.ts';
import { readSmallPack } from './small-pack.ts';

const small = readSmallPack();

/** Words that begin as a name of the pack does and are none: ordinary words, people, other places. An ending rule that hits one is too loose. */
const OTHERS: Readonly<Record<string, string>> = {
  en: `Kazakhstanova Astanatrans Bakula Bakunin Bakuriani Ankarana Almatyan Turkishness Turkistani-type Uzbekova Chinatown Chinaberry chinaware
    Ganjali Aktauer Karsten karst Tokayevich Aliyevich Caspianus Azerbaijanova socarro trendy Trending Trendelenburg Georgiana Georgian Turkeytown`,
  ru: `Китаев китайка Китайгородский Казахстанов Бакунин Бакуриани Баклан Актауов Анкарачи Астановский Гянджаев Турцов турция-тур Грузиян
    Узбеков Узбековский Алматов Карсон Карстен карст Туркестанов Токаевка Токаевич Алиевна Алиевщина Бижановка атамекенец Каспийск
    Азербайджанов Казахстанград`,
  kk: `Қазақстанов Қазақстанова Бакунин Бакуриани Астанабек Алматыбай Ақтауов Түркияов Қытайбек Әзербайжанов Өзбекәлі Анкараев Тоқаевка
    Түркістанбек Атамекенбай Грузияев Әлиевтегі-ау`,
  az: `gəncə gəncəsi gənclik çini çinar bakıxanov Bakıxanov Bakıxanovun Qazaxıstanov Türkiyəçilik Çinarə Ankarabad Əliyevka
    Almatıyev Astanabəy Kasımov qarsaq orta dəhlizçi socarçı`,
  tr: `türkü türküsü Türkçe Türkan Türkmen Türkoğlu Kazakçı kazak kazaklar Çinko çini çinili Bakülüoğulları Karslıoğlu karsa karsı Ankaragücü
    Almatıoğlu Azerbaycanoğlu Astanabank Gürcistanoğlu Özbekçe Tokayevoğlu`,
};

test.each(Object.entries(OTHERS))('no name in other words of %s', (lang, words) => {
  const hits = words.split(/\s+/).flatMap((word) => {
    const { names } = recogniseBlock({ text: `a ${word} b`, lang }, { lang }, small);
    return names
      .filter((name) => name.names.some((index) => small.knowledge.name(index).strength === 'strong'))
      .map((name) => `${word}: ${name.surface}`);
  });
  expect(hits).toEqual([]);
});
