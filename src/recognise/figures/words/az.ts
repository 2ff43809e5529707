import type { Words } from './types.ts';

export const AZ: Words = {
  numbers:
    '0=sıfır|?1=bir|2=iki|3=üç|4=dörd|5=beş|6=altı|7=yeddi|8=səkkiz|9=doqquz|10=on|20=iyirmi|30=otuz|40=qırx|50=əlli|60=altmış|70=yetmiş|80=səksən|90=doxsan',
  scales: '2=yüz|3=min|6=milyon;mln;million|9=milyard;mlrd;milliard|12=trilyon;trln;trillion',
  fractions: '0.5=yarım',
  parts: '2=yarısı;yarısını;yarısına;yarısından;yarısının;yarısında',
  bottoms: '2=ikidə|3=üçdə|4=dörddə|5=beşdə|6=altıda|7=yeddidə|8=səkkizdə|9=doqquzda|10=onda|100=yüzdə|1000=mində',
  endings:
    'lar lər ı i u ü sı si su sü ın in un ün nın nin nun nün a ə ya yə na nə nı ni nu nü yı yi yu yü da də nda ndə dan dən ndan ndən lıq lik luq lük lığı liyi dək adək ədək nadək nədək la lə ki kı dakı dəki ndakı ndəki ci cı cu cü lı li lu lü dır dir dur dür',
  before:
    'about=təxminən;təqribən;təxmini;texminən;az qala;demək olar ki;~;≈;orta hesabla|gt=>|ge=azı;ən azı;minimum;azından|lt=<|le=ən çoxu;maksimum;ən çox',
  after:
    'gt=çox;çoxu;çoxunu;çoxuna;artığı;artığını;artıq;yuxarı;çoxdur;yuxarıdır;artıqdır|lt=az;aşağı;azdır|le=qədər;kimi;dək|about=yaxın;civarında;ətrafında;həddində',
  currencies:
    'USD=dollar;ABŞ dolları;Amerika dolları|USD*100=sent|EUR=avro;yevro|EUR*100=avrosent|GBP=funt sterlinq;funt;sterlinq|RUB=rubl;Rusiya rublu|RUB*100=kopek;qəpik RF|AZN=manat;Azərbaycan manatı;man|AZN*100=qəpik|KZT=tenge;təngə;Qazaxıstan tengesi;Qazaxıstan təngəsi|UZS=som;Özbəkistan somu;özbək somu;sum|KGS=qırğız somu|TRY=lirə;türk lirəsi;Türkiyə lirəsi|CNY=yuan;Çin yuanı|JPY=iyen;yen;iyena|GEL=lari|UAH=qrivna|CHF=frank|TMT=türkmən manatı|IRR=rial;tümən',
  percents:
    'percent=faiz;%|percentage-point=faiz bəndi;faiz bənd;faiz punkt;faiz punktu;f b|basis-point=baza bəndi;bazis bəndi|permille=‰',
  units:
    'tonne=ton;t|kilometer=kilometr;km|meter=metr;m|centimeter=santimetr;sm|millimeter=millimetr|square-meter=kvadratmetr;kvadrat metr;kv m;kv metr;m2;m²|square-kilometer=kvadrat kilometr;kvadratkilometr;kv km;km2|cubic-meter=kubmetr;kub metr;kubmetrlik;kub m;m3;m³|hectare=hektar;ha|liter=litr;l|kilogram=kiloqram;kq;kilo|gram=qram;qr|centner=sentner|barrel=barel;barrel|barrel-per-day=barel gündə|megawatt=meqavat;MVt|gigawatt=qiqavat;QVt|kilowatt=kilovat;kVt|kilowatt-hour=kilovat-saat;kVt saat|degree=dərəcə;°|celsius=dərəcə Selsi;°c|year=il;yaş|month=ay|week=həftə|day=gün;sutka|hour=saat|minute=dəqiqə;dəq|second=saniyə;san|decade=onillik|century=əsr|kilometer-per-hour=km/saat|point=bal;xal;bənd|twenty-foot-equivalent-unit=TEU;iyirmi futluq ekvivalent|mile=mil|foot=fut|inch=düym|pound=funt',
  counts:
    'person=nəfər;adam;insan;şəxs|citizen=vətəndaş|resident=sakin|worker=işçi;fəhlə|employee=əməkdaş|student=tələbə|pupil=şagird|child=uşaq|family=ailə|tourist=turist|passenger=sərnişin|specialist=mütəxəssis|soldier=hərbçi;əsgər|company=şirkət|enterprise=müəssisə|firm=firma|organisation=təşkilat|plant=zavod|factory=fabrik|country=ölkə;dövlət|region=rayon;region;vilayət|city=şəhər|village=kənd|project=layihə|agreement=saziş;razılaşma|contract=müqavilə;kontrakt|document=sənəd|memorandum=memorandum|container=konteyner|wagon=vaqon|train=qatar|truck=yük maşını;TIR|car=avtomobil;maşın|ship=gəmi|tanker=tanker|flight=reys|aircraft=təyyarə|job=iş yeri|place=yer|school=məktəb|hospital=xəstəxana|house=ev|apartment=mənzil|object=obyekt|application=müraciət;ərizə|participant=iştirakçı|unit=ədəd;vahid|item=adda məhsul;mal mövqeyi|head=baş|deal=sövdələşmə|bank=bank|type=növ;növdə|station=stansiya',
  times: 'dəfə;dəfədən;dəfəyə;dəfəyədək;qat;misli',
  multiples: '2=ikiqat;iki qat|3=üçqat|4=dördqat|5=beşqat|6=altıqat|10=onqat|1.5=yarımqat',
  of: '',
  to: 'ilə',
  same: 'həmin;eyni',
  period:
    'anchor:0=bu gün;bugün;bugünkü|anchor:-1=dünən;dünənki|anchor:1=sabah|anchor:-2=srağagün|anchor:2=birisi gün' +
    '|rel:-1=ötən;keçən;son;əvvəlki;keçmiş|rel:0=bu;cari;hazırkı|rel:1=gələn;növbəti;gələcək;qarşıdakı;yaxın' +
    '|unit:year=il;illik;ilədək;iladək;ilədəki|unit:quarter=rüb;kvartal|unit:half=yarımil;yarım il;yarımillik|halfof:2=yarısı|vague=son illər;ötən illər;keçən illər|unit:month=ay;aylıq|unit:week=həftə|unit:day=gün;sutka|unit:decade=onillik|unit:century=əsr' +
    '|ord:1=birinci;ilk;ilkin|ord:2=ikinci|ord:3=üçüncü|ord:4=dördüncü|ord:5=beşinci|ord:6=altıncı|ord:7=yeddinci|ord:8=səkkizinci|ord:9=doqquzuncu|ord:10=onuncu' +
    '|yearend=ilin sonu;il sonu|part:early=əvvəli;əvvəlində;əvvəlindən;əvvəlinə|part:mid=ortası;ortalarında;ortasında|part:late=sonu;sonunda;sonuna;sonlarında;axırı;axırında;sonunadək' +
    '|ago=əvvəl;öncə;qabaq|later=sonra|since_after=etibarən;bəri;başlayaraq|until_after=qədər;kimi;dək' +
    '|and=və|to=ilə' +
    '|season:1=yaz;yazda;yazında|season:2=yay;yayda;yayında|season:3=payız;payızda|season:0=qış;qışda',
};
