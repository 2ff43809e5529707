import { expect, test } from 'vitest';
import { recogniseBlock } from '../../../src/recognise/recognise.ts';
import { readWholeDataset } from '../resolve-link/gold.ts';
import { linkText, readSmallPack } from './small-pack.ts';

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

/** Ordinary words that a name of the whole dataset looks like, in small letters, or with a capital where a sentence begins. */
const ORDINARY: Readonly<Record<string, string>> = {
  en: `turkey chad jordan georgette china chinas trend trends report reports polish reporter corridor caspia iranic uzbekify baking bakuchiol
    kazakhify astanas tapir tapir's tapi otsego scats masdarin gubas`,
  ru: `баку-баку карс карта карсты грузинка-тур венгерка турка турку чадить чад катар катаральный ирга иранистика порт портал поти потир ош ошибка
    мары мария рейтер тренд тренды отчёт репортёр сом сома суммы тенге-тур достык достыки орал оралы тараз таразы губа губы губой решт решето
    алматинка прага праги чайна масдарить петропавловка`,
  kk: `таразы таразыға орал оралып сом сома теңіз теңізге теңізде достық достықты достығы атамекен атамекенім шымкентай бақу қарсы қарсылық
    ақтау ақтауға ошақ ошаққа мары парсы түркілік түрікше қазақша орысша губа астаналау қорғас-қорғас абай абайла семей-семей жетісу-жетісу`,
  az: `çini türkcə özbəkcə gəncə qars qarsaq bursa türkü orta dəhliz hesabat trend şəki şəkil şəkilli quba mərə astarı astarsız
    laçın laçınlar dərbəndçi təbrizçi-filan naxçıvanski`,
  tr: `katar katara çini hindi karsı karşı karsa türkü kazak kazağı kazakları trend rapor mısır mısırı ürdünlük bursalı-mursalı laçin
    hazar-mazar gence gençe ordu orduya van`,
};
const whole = readWholeDataset();

test.each(Object.entries(ORDINARY))('no name in ordinary words of %s, small as they are written', (lang, words) => {
  const hits = words.split(/\s+/).flatMap((word) => linkText(`a ${word} b`, { lang }, whole).map((a) => `${word}: ${a.entity}`));
  expect(hits).toEqual([]);
});

test.each(Object.entries(OTHERS))('no name of the whole dataset in other words of %s', (lang, words) => {
  const hits = words.split(/\s+/).flatMap((word) => linkText(`a ${word} b`, { lang }, whole).map((a) => `${word}: ${a.entity}`));
  expect(hits).toEqual([]);
});
