import type { Words } from './types.ts';

export const UK: Words = {
  endings: 'а у е и і о ом ем ів ами ям ях ь ою ої ий ого ому им их',
  numbers:
    '?1=один;одна;одне|2=два;дві|3=три|4=чотири|5=пять|6=шість|7=сім|8=вісім|9=девять|10=десять|20=двадцять|30=тридцять|40=сорок|50=пятдесят|60=шістдесят|70=сімдесят|80=вісімдесят|90=девяносто|100=сто|200=двісті',
  scales: '3=тис|6=млн|9=млрд|12=трлн',
  before: 'about=близько;приблизно;майже;орієнтовно|gt=понад;більше;більш ніж|ge=щонайменше;не менше|lt=менше|le=до;не більше',
  currencies:
    'USD=долар;дол|USD*100=цент|EUR=євро|UAH=гривня;гривень;грн|UAH*100=копійка;копійок|RUB=рубль;руб|GBP=фунт;фунтів стерлінгів|KZT=тенге|AZN=манат|TRY=ліра|PLN=злотий',
  percents: 'percent=відсоток;відсотків;відсотки;відсотка;процент;%|percentage-point=в п;відсоткових пункти;відсоткових пунктів',
  units: 'year=рік;року;роки;р|month=місяць|day=день',
  to: 'до;по',
  from: 'від',
  between: 'між',
  period:
    'anchor:0=сьогодні|anchor:-1=вчора;учора|anchor:1=завтра|unit:year=рік;року;році;р|unit:month=місяць;місяців|unit:quarter=квартал|unit:week=тиждень|to=до;по|since=з;від',
};
export const UZ: Words = {
  endings: 'lar i si ning ni ga da dan ini ida lik gacha',
  numbers:
    '?1=bir|2=ikki|3=uch|4=tort|5=besh|6=olti|7=yetti|8=sakkiz|9=toqqiz|10=on|20=yigirma|30=ottiz|40=qirq|50=ellik|60=oltmish|70=yetmish|80=sakson|90=toqson',
  scales: '2=yuz|3=ming|6=million;mln|9=milliard;mlrd|12=trillion;trln',
  before: 'about=taxminan;qariyb|ge=kamida',
  after: 'gt=ortiq;kop|le=gacha|about=yaqin',
  currencies: 'USD=dollar;AQSH dollari|USD*100=sent|EUR=yevro|RUB=rubl|UZS=som|KZT=tenge|AZN=manat|GBP=funt|TRY=lira|CNY=yuan',
  percents: 'percent=foiz;%|percentage-point=foiz punkt',
  period:
    'anchor:0=bugun|anchor:-1=kecha|anchor:1=ertaga|unit:year=yil|unit:month=oy|unit:quarter=chorak|unit:week=hafta|rel:-1=otgan|rel:0=bu;shu;joriy|rel:1=kelgusi;keyingi',
};
export const KY: Words = {
  endings:
    'лар лер лор лөр дар дер дор дөр тар тер ы и у ү сы си су сү ын ин ун үн нын нин нун нүн дын дин дун дүн тын тин тун түн га ге го гө ка ке ко кө на не но нө ны ни ну нү ды ди ду дү ты ти да де до дө та те дан ден дон дөн тан тен нан нен',
  numbers:
    '?1=бир|2=эки|3=үч|4=төрт|5=беш|6=алты|7=жети|8=сегиз|9=тогуз|10=он|20=жыйырма|30=отуз|40=кырк|50=элүү|60=алтымыш|70=жетимиш|80=сексен|90=токсон',
  scales: '2=жүз|3=миң|6=миллион;млн|9=миллиард;млрд;млд|12=триллион;трлн',
  before: 'about=болжол менен|ge=кеминде',
  after: 'gt=ашык;ашуун;көп|le=чейин|about=жакын',
  currencies:
    'USD=доллар;АКШ доллары|USD*100=цент|EUR=евро|RUB=рубль;рубл|KGS=сом|KZT=теңге|GBP=фунт стерлинг|CNY=юань|TRY=лира|AZN=манат',
  percents: 'percent=пайыз;%|percentage-point=пайыздык пункт',
  period:
    'anchor:0=бүгүн|anchor:-1=кечээ|anchor:1=эртең|unit:year=жыл;ж|unit:month=ай|unit:quarter=кварталы;квартал|unit:week=жума|year:0=быйыл|year:-1=былтыр|rel:-1=өткөн|rel:0=бул|rel:1=кийинки',
};
export const PL: Words = {
  numbers:
    '?1=jeden;jedna;jedno|2=dwa;dwie|3=trzy|4=cztery|5=pięć|6=sześć|7=siedem|8=osiem|9=dziewięć|10=dziesięć|20=dwadzieścia|30=trzydzieści|40=czterdzieści|50=pięćdziesiąt|100=sto|200=dwieście',
  scales: '3=tys;tysiąc;tysiące;tysięcy|6=mln;milion;miliony;milionów|9=mld;miliard;miliardy;miliardów|12=bln;bilion',
  endings: 'a u ów em y ami om ach i e',
  before: 'about=około;ok;prawie;niemal;blisko|gt=ponad;więcej niż;powyżej|ge=co najmniej|lt=mniej niż;poniżej|le=do;najwyżej',
  currencies:
    'USD=dolar;dol|USD*100=cent|EUR=euro|PLN=złoty;złotych;złote;zł|PLN*100=grosz;groszy|RUB=rubel;rubl|GBP=funt;funtów|CHF=frank|JPY=jen',
  percents:
    'percent=procent;proc;%|percentage-point=punkt procentowy;punkty procentowe;punktów procentowych;pkt proc;p proc|basis-point=punkt bazowy;pkt baz',
  to: 'do',
  from: 'od',
  between: 'między',
  period:
    'anchor:0=dzisiaj;dziś|anchor:-1=wczoraj|anchor:1=jutro|unit:year=rok;roku;r|unit:month=miesiąc;miesiąca;miesięcy|unit:quarter=kwartał|unit:week=tydzień|to=do|since=od',
};
export const KA: Words = {
  endings: 'ის ს მა ით ში ზე დან ი მდე',
  scales: '3=ათასი|6=მილიონი;მლნ|9=მილიარდი;მლრდ|12=ტრილიონი',
  before: 'about=დაახლოებით;თითქმის|gt=მეტი;მეტ',
  currencies: 'USD=დოლარი;აშშ დოლარი|GEL=ლარი;ლ|GEL*100=თეთრი|EUR=ევრო|RUB=რუბლი|GBP=ფუნტი',
  percents: 'percent=პროცენტი;%',
  period: 'anchor:0=დღეს|anchor:-1=გუშინ|anchor:1=ხვალ|unit:year=წელი;წლის;წ|unit:month=თვე',
};
export const ZH: Words = {
  scales: '3=千|4=万;萬|8=亿;億|12=万亿;萬億;兆',
  before: 'about=约;大约;近;约为|gt=超过;逾;多于|ge=至少|lt=不到;少于|le=最多',
  currencies:
    'CNY=元;人民币;块|CNY*10=角|CNY*100=分|USD=美元;美金;刀|EUR=欧元|JPY=日元|GBP=英镑|RUB=卢布|HKD=港元;港币|USD*100=美分',
  percents: 'percent=%|percentage-point=个百分点;百分点|basis-point=个基点;基点',
  percentBefore: '百分之',
  to: '至;到',
  period: 'unit:year=年|unit:month=月|unit:day=日',
};
