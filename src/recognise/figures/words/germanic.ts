import { compounds, hundreds } from './compounds.ts';
import type { Words } from './types.ts';

/** Both lists of numbers have a thousand words and are put together when their language is first read: `numbers` is asked once. */
const DE_ONES = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const DE_TENS = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];
const DE_SMALL =
  '?1=ein;eine;einen;einem;einer;eins|2=zwei|3=drei|4=vier|5=fünf|6=sechs|7=sieben|8=acht|9=neun|10=zehn|11=elf|12=zwölf|13=dreizehn|14=vierzehn|15=fünfzehn|16=sechzehn|17=siebzehn|18=achtzehn|19=neunzehn|20=zwanzig|30=dreißig;dreissig|40=vierzig|50=fünfzig|60=sechzig|70=siebzig|80=achtzig|90=neunzig';
const deBelow = () => `${DE_SMALL}|${compounds(DE_ONES, DE_TENS, (one, ten) => `${one}und${ten}`)}`;

export const DE: Words = {
  get numbers() {
    const below = deBelow();
    return `0=null|${below}|${hundreds(DE_ONES, 'hundert', below)}`;
  },
  scales: '2=hundert|3=tausend;tsd|6=million;millionen;mio;mill|9=milliarde;milliarden;mrd;md|12=billion;billionen;bio',
  fractions: '0.5=halb;halbe;halben|1.5=anderthalb;eineinhalb',
  and: 'und',
  endings: 'n en e s es',
  before:
    'about=rund;etwa;ungefähr;circa;ca;knapp;fast;nahezu;gut;um die|gt=mehr als;über;höher als|ge=mindestens;wenigstens|lt=weniger als;unter|le=bis zu;höchstens;maximal;nicht mehr als',
  currencies:
    'USD=dollar;us-dollar;us dollar;us $|USD*100=cent;cents|EUR=euro|EUR*100=eurocent|GBP=pfund;pfund sterling|GBP*100=pence;penny|JPY=yen|CNY=yuan|RUB=rubel|CHF=franken;schweizer franken;sfr|INR=rupien;rupie|TRY=lira|DEM=mark;d-mark|KRW=won|SEK=kronen|MXN=mex$;mxn$|CAD=kanadische dollar;c$;cad$|AUD=aud$;australische dollar|NZD=nzd$|HKD=hk $|KHR=riel;kambodschanische riel|FIM=finnische mark;markka|NLG=gulden',
  percents:
    'percent=prozent;%|percentage-point=prozentpunkt;prozentpunkte;prozentpunkten|basis-point=basispunkt;basispunkte;basispunkten',
  units:
    'tonne=tonne;tonnen|square-kilometer=quadratkilometer|hectare=hektar|day=tag;tage|month=monat;monate|week=woche;wochen|year=jahr;jahre|hour=stunde;stunden',
  to: 'bis',
  from: 'von',
  between: 'zwischen',
  period:
    'anchor:0=heute|anchor:-1=gestern|anchor:1=morgen|rel:-1=letzt;vergangen;vorig|rel:0=dies|rel:1=nächst;kommend|unit:year=jahr|unit:month=monat|unit:week=woche|unit:day=tag|unit:quarter=quartal|of=im;des|and=und|to=bis|since=seit',
};

const NL_ONES = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'];
const NL_TENS = ['twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'];
const NL_SMALL =
  '?1=een;één|2=twee|3=drie|4=vier|5=vijf|6=zes|7=zeven|8=acht|9=negen|10=tien|11=elf|12=twaalf|13=dertien|14=veertien|15=vijftien|16=zestien|17=zeventien|18=achttien|19=negentien|20=twintig|30=dertig|40=veertig|50=vijftig|60=zestig|70=zeventig|80=tachtig|90=negentig';
const nlBelow = () =>
  `${NL_SMALL}|${compounds(NL_ONES, NL_TENS, (one, ten) => `${one}${one.endsWith('e') ? 'ën' : 'en'}${ten}`)}`;

export const NL: Words = {
  get numbers() {
    const below = nlBelow();
    return `0=nul|${below}|${hundreds(NL_ONES, 'honderd', below)}`;
  },
  scales: '2=honderd|3=duizend|6=miljoen;miljoenen;mln|9=miljard;miljarden;mld|12=biljoen',
  fractions: '0.5=half;halve|1.5=anderhalf;anderhalve',
  and: 'en',
  endings: 's en e',
  before:
    'about=ongeveer;circa;ca;bijna;zon;rond;omgerekend|gt=meer dan;ruim;boven|ge=minstens;ten minste;minimaal|lt=minder dan;onder|le=hooguit;maximaal;tot;ten hoogste',
  currencies:
    'USD=dollar;dollars;us-dollar|USD*100=cent;cents;dollarcent|EUR=euro|EUR*100=eurocent|GBP=pond|GBP*100=pence;penny|JPY=yen|CNY=yuan|CHF=frank;franken;zwitserse frank|NLG=gulden;guldens|MXN=mxn$|CAD=cad$|AUD=aud$|NZD=nzd$|INR=roepie|RUB=roebel|TRY=lira',
  percents: 'percent=procent;percent;%;percentage|percentage-point=procentpunt;procentpunten|basis-point=basispunt;basispunten',
  percentBefore: 'percentage van;procent van',
  units: 'tonne=ton|hectare=hectare|day=dag;dagen|month=maand;maanden|week=week;weken|year=jaar;jaren|hour=uur',
  to: 'tot',
  from: 'van',
  between: 'tussen',
  period:
    'anchor:0=vandaag|anchor:-1=gisteren|anchor:1=morgen|rel:-1=vorig;vorige;afgelopen|rel:0=dit;deze|rel:1=volgend;volgende;komende|unit:year=jaar|unit:month=maand|unit:week=week|unit:day=dag|unit:quarter=kwartaal|of=van|and=en|to=tot|since=sinds',
};
