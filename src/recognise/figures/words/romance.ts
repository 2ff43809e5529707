import { compounds } from './compounds.ts';
import type { Words } from './types.ts';

export const FR: Words = {
  numbers:
    '0=zéro|?1=un;une|2=deux|3=trois|4=quatre|5=cinq|6=six|7=sept|8=huit|9=neuf|10=dix|11=onze|12=douze|13=treize|14=quatorze|15=quinze|16=seize|20=vingt;vingts|30=trente|40=quarante|50=cinquante|60=soixante|70=septante|80=huitante;octante|90=nonante',
  scales: '2=cent;cents|3=mille;millier;milliers|6=million;millions;mio|9=milliard;milliards;md;mds;mrd|12=billion;billions',
  fractions: '0.5=demi;demie',
  and: 'et',
  endings: 's x',
  before:
    'about=environ;près de;presque;quelque;autour de;approximativement;à peu près|gt=plus de;au-delà de;au-dessus de|ge=au moins|lt=moins de|le=jusqu à;au plus;au maximum',
  currencies:
    'USD=dollar;dollar américain;dollars américains|USD*100=cent;cents;centime;centimes|EUR=euro|EUR*100=centime d euro|GBP=livre sterling;livres sterling;livre;£|GBP*100=pence;penny;pennies|JPY=yen;yens|CNY=yuan|CHF=franc;francs suisses;franc suisse|CAD=dollars canadiens;c$;cad$|AUD=dollars australiens;aud$|NZD=nzd$|HKD=hk $|FIM=marks finlandais;mark finlandais|NLG=florins;florin;florins néerlandais|MXN=mxn$;mex$|RUB=rouble|INR=roupie|TRY=livre turque;livres turques|DEM=mark;marks|KRW=won',
  percents:
    'percent=pourcent;pour cent;pour-cent;pourcentage;pourcentages;%|percentage-point=point de pourcentage;points de pourcentage|basis-point=point de base;points de base',
  units:
    'tonne=tonne;tonnes|barrel=baril;barils|hectare=hectare|foot=pied|cubic-foot=pieds cube;pied cube;pieds cubes|inch=pouce|mile=mille;milles|ton=tonnes métriques|day=jour|month=mois|year=an;année|week=semaine|hour=heure',
  of: 'de;d;des',
  to: 'à;a',
  from: 'de',
  between: 'entre',
  period:
    'anchor:0=aujourd hui|anchor:-1=hier|anchor:1=demain|unit:year=an;année;ans|unit:month=mois|unit:week=semaine|unit:day=jour;jours|unit:quarter=trimestre|of=de;du;de l;en|and=et|to=à;au|since=depuis',
};

export const ES: Words = {
  numbers:
    '0=cero|?1=un;una;uno|2=dos|3=tres|4=cuatro|5=cinco|6=seis|7=siete|8=ocho|9=nueve|10=diez|11=once|12=doce|13=trece|14=catorce|15=quince|16=dieciséis;dieciseis|17=diecisiete|18=dieciocho|19=diecinueve|20=veinte|21=veintiuno;veintiun;veintiún|22=veintidós;veintidos|23=veintitrés;veintitres|24=veinticuatro|25=veinticinco|26=veintiséis;veintiseis|27=veintisiete|28=veintiocho|29=veintinueve|30=treinta|40=cuarenta|50=cincuenta|60=sesenta|70=setenta|80=ochenta|90=noventa|100=cien;ciento|200=doscientos;doscientas|300=trescientos;trescientas|400=cuatrocientos|500=quinientos|600=seiscientos|700=setecientos|800=ochocientos|900=novecientos',
  scales: '3=mil|6=millón;millon;millones|9=millardo;millardos|12=billón;billon;billones',
  fractions: '0.5=medio;media',
  and: 'y;con',
  endings: 's es',
  before:
    'about=unos;unas;cerca de;alrededor de;aproximadamente;casi;en torno a|gt=más de;mas de;por encima de|ge=al menos;por lo menos|lt=menos de|le=hasta;como máximo',
  currencies:
    'USD=dólar;dolar;dólares;dolares;dólares estadounidenses|USD*100=centavo;centavos;centavos de dólar|EUR=euro|EUR*100=céntimo;céntimos;centimos|GBP=libra;libras;libra esterlina;libras esterlinas|GBP*100=penique;peniques;penies|JPY=yen;yenes;yenes japoneses|CNY=yuan;yuanes|CHF=franco;francos;francos suizos|CAD=c$;cad$;dólares canadienses|AUD=aud$;dólares australianos|NZD=nzd$|HKD=hk $;hk$|FIM=marcos finlandeses;marco finlandés|NLG=florines;florines neerlandeses;florines holandeses|MXN=peso;pesos;mxn$;mex$;pesos mexicanos|RUB=rublo|INR=rupia|TRY=lira|DEM=marcos alemanes|ESP=peseta',
  percents:
    'percent=por ciento;por cien;porciento;%|percentage-point=punto porcentual;puntos porcentuales|basis-point=punto básico;puntos básicos',
  units:
    'tonne=tonelada;toneladas|barrel=barril;barriles|hectare=hectárea|foot=pie;pies|cubic-foot=pies cúbicos|inch=pulgada;pulgadas|mile=milla;millas|day=día;días|month=mes;meses|year=año;años|week=semana|hour=hora',
  of: 'de',
  to: 'a',
  from: 'de',
  between: 'entre',
  period:
    'anchor:0=hoy|anchor:-1=ayer|anchor:1=mañana|unit:year=año|unit:month=mes|unit:week=semana|unit:day=día|unit:quarter=trimestre|of=de;del|and=y|to=a;al|since=desde',
};

export const PT: Words = {
  numbers:
    '0=zero|?1=um;uma|2=dois;duas|3=três;tres|4=quatro|5=cinco|6=seis|7=sete|8=oito|9=nove|10=dez|11=onze|12=doze|13=treze|14=catorze;quatorze|15=quinze|16=dezesseis;dezasseis|17=dezessete;dezassete|18=dezoito|19=dezenove;dezanove|20=vinte|30=trinta|40=quarenta|50=cinquenta|60=sessenta|70=setenta|80=oitenta|90=noventa|100=cem;cento|200=duzentos;duzentas|300=trezentos|400=quatrocentos|500=quinhentos|600=seiscentos|700=setecentos|800=oitocentos|900=novecentos',
  scales: '3=mil|6=milhão;milhões;milhoes;milhao;mi|9=bilhão;bilhões;bilhoes;bilhao;bi|12=trilhão;trilhões;trilhoes;tri',
  fractions: '0.5=meio;meia',
  and: 'e;com',
  endings: 's es',
  before:
    'about=cerca de;aproximadamente;quase;em torno de;por volta de;uns;umas|gt=mais de;acima de|ge=pelo menos;ao menos|lt=menos de;abaixo de|le=até;no máximo',
  currencies:
    'USD=dólar;dolar;dólares;dolares|USD*100=centavo;centavos|EUR=euro|EUR*100=cêntimo;cêntimos|GBP=libra;libras;libras esterlinas|GBP*100=pêni;penies;pence|JPY=iene;ienes;yen|CNY=yuan|CHF=franco;francos;francos suíços|CAD=c$;cad$;dólares canadenses|AUD=aud$|NZD=nzd$|HKD=hk $;hk$|FIM=marcos finlandeses;marco finlandês;markka|NLG=florins;florins holandeses|MXN=mxn$;mex$;peso;pesos|BRL=real;reais|RUB=rublo|INR=rupia',
  percents:
    'percent=por cento;porcento;por cem;%|percentage-point=ponto percentual;pontos percentuais|basis-point=ponto-base;pontos-base',
  units:
    'tonne=tonelada;toneladas|barrel=barril;barris|hectare=hectare|foot=pé;pés|cubic-foot=pés cúbicos|inch=polegada;polegadas|mile=milha;milhas|day=dia;dias|month=mês;meses|year=ano;anos|week=semana|hour=hora',
  of: 'de',
  to: 'a',
  from: 'de',
  between: 'entre',
  period:
    'anchor:0=hoje|anchor:-1=ontem|anchor:1=amanhã|unit:year=ano|unit:month=mês|unit:week=semana|unit:day=dia|unit:quarter=trimestre|of=de;do|and=e|to=a|since=desde',
};

const IT_ONES = ['uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'];
const IT_TENS = ['venti', 'trenta', 'quaranta', 'cinquanta', 'sessanta', 'settanta', 'ottanta', 'novanta'];

export const IT: Words = {
  numbers: `0=zero|?1=un;una;uno|2=due|3=tre|4=quattro|5=cinque|6=sei|7=sette|8=otto|9=nove|10=dieci|11=undici|12=dodici|13=tredici|14=quattordici|15=quindici|16=sedici|17=diciassette|18=diciotto|19=diciannove|20=venti|30=trenta|40=quaranta|50=cinquanta|60=sessanta|70=settanta|80=ottanta|90=novanta|100=cento|200=duecento|300=trecento|400=quattrocento|500=cinquecento|600=seicento|700=settecento|800=ottocento|900=novecento|1000=mille|${compounds(IT_ONES, IT_TENS, (one, ten) => (/^[uo]/.test(one) ? ten.slice(0, -1) : ten) + one)}`,
  scales: '3=mila|6=milione;milioni;mln|9=miliardo;miliardi;mld|12=bilione;bilioni',
  fractions: '0.5=mezzo;mezza',
  and: 'e',
  before:
    'about=circa;quasi;intorno a;approssimativamente|gt=più di;oltre;superiore a|ge=almeno|lt=meno di;sotto|le=fino a;al massimo',
  currencies:
    'USD=dollaro;dollari;dollari americani|USD*100=centesimo;centesimi;cent|EUR=euro|EUR*100=eurocent|GBP=sterlina;sterline|GBP*100=penny;pence;penny|JPY=yen|CNY=yuan|CHF=franco;franchi;franchi svizzeri|CAD=c $;cad$;dollari canadesi|AUD=aud$;dollari australiani|NZD=nzd$|HKD=hk $;hk$|FIM=markka;marchi finlandesi;marco finlandese|NLG=fiorini;fiorini olandesi;gulden|MXN=mxn$;peso|RUB=rublo;rubli|INR=rupia;rupie|ITL=lira;lire|DEM=marchi;marco',
  percents: 'percent=percento;per cento;%|percentage-point=punto percentuale;punti percentuali|basis-point=punto base;punti base',
  units:
    'tonne=tonnellata;tonnellate|barrel=barile;barili|hectare=ettaro;ettari|foot=piede;piedi|cubic-foot=piedi cubi|inch=pollice;pollici|mile=miglio;miglia|day=giorno;giorni|month=mese;mesi|year=anno;anni|week=settimana;settimane|hour=ora;ore',
  of: 'di;d',
  to: 'a',
  from: 'da',
  between: 'tra',
  period:
    'anchor:0=oggi|anchor:-1=ieri|anchor:1=domani|unit:year=anno|unit:month=mese|unit:week=settimana|unit:day=giorno|unit:quarter=trimestre|of=di;del|and=e|to=a|since=dal',
};
