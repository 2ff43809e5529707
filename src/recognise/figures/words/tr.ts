import type { Words } from './types.ts';

export const TR: Words = {
  numbers:
    '0=sıfır|?1=bir|2=iki|3=üç|4=dört|5=beş|6=altı|7=yedi|8=sekiz|9=dokuz|10=on|20=yirmi|30=otuz|40=kırk|50=elli|60=altmış|70=yetmiş|80=seksen|90=doksan',
  scales: '2=yüz|3=bin|6=milyon;mn;mln|9=milyar;mr;mlr;mlyr|12=trilyon;trl',
  fractions: '0.5=buçuk;yarım|0.25=çeyrek',
  parts: '2=yarısı;yarısını;yarısına;yarısından;yarısının;yarısında',
  bottoms: '3=üçte|4=dörtte|5=beşte|6=altıda|7=yedide|8=sekizde|9=dokuzda|10=onda',
  endings:
    'lar ler ı i u ü sı si su sü ın in un ün nın nin nun nün a e ya ye na ne nı ni nu nü yı yi yu yü da de ta te nda nde dan den tan ten ndan nden lık lik luk lük lığı liği la le yla yle lı li lu lü ki daki deki taki teki ndaki ndeki dır dir dur dür tır tir tur tür',
  before:
    'about=yaklaşık;yaklaşık olarak;takriben;ortalama;aşağı yukarı;neredeyse;~;≈;hemen hemen|gt=>|ge=en az;asgari;minimum;en azından|lt=<|le=en fazla;en çok;azami;maksimum',
  after:
    'gt=fazla;fazlası;fazlasını;fazlasına;aşkın;üzeri;üzerinde;üstü;üstünde;çok;aşan;yüksek;aştı;aşıyor|lt=az;azı;altında;altı;düşük|le=kadar|about=yakın;civarı;civarında;dolayında;kadarlık',
  currencies:
    'USD=dolar;ABD doları;Amerikan doları|USD*100=sent;cent|EUR=avro;euro;yuro|EUR*100=avro sent|GBP=sterlin;İngiliz sterlini;pound;paund|GBP*100=peni;pence|TRY=lira;Türk lirası;TL;liralık|TRY*100=kuruş|RUB=ruble;Rus rublesi|AZN=manat;Azerbaycan manatı|KZT=tenge;Kazak tengesi;Kazakistan tengesi|UZS=som;Özbek somu;sum|KGS=Kırgız somu|JPY=yen;Japon yeni|CNY=yuan;Çin yuanı|CHF=frank;İsviçre frangı|SEK=kron|HKD=hk $|CAD=c$|MXN=peso;Meksika pesosu|INR=rupi;Hint rupisi|GEL=lari|SAR=riyal|BRL=real|FIM=markka;mark;Fin markkası|NLG=gulden;florin|DEM=Alman markı|IRR=tümen|KRW=won|ILS=şekel',
  percents: 'percent=yüzde;%|percentage-point=puan;yüzde puan;yüzdelik puan;puanlık|basis-point=baz puan;bps|permille=‰;binde',
  percentBefore: 'yüzde',
  units:
    'tonne=ton;t|kilometer=kilometre;km|meter=metre;m|centimeter=santimetre;santim;cm|millimeter=milimetre|square-meter=metrekare;metre kare;m2;m²|square-kilometer=kilometrekare;km2;km²;kilometre kare|cubic-meter=metreküp;metre küp;m3;m³|hectare=hektar;ha|decare=dönüm;dekar|liter=litre;lt;l|kilogram=kilogram;kilo;kg|gram=gram;gr|barrel=varil|barrel-per-day=varil/gün;günlük varil|megawatt=megavat;megawatt;MW|gigawatt=gigavat;GW|kilowatt=kilovat;kW|kilowatt-hour=kilovatsaat;kilovat saat;kWh|degree=derece;°|celsius=santigrat;santigrat derece;derece santigrat;°c|year=yıl;yaş;yaşında|month=ay|week=hafta|day=gün|hour=saat|minute=dakika;dk|second=saniye;sn|century=yüzyıl;asır|kilometer-per-hour=km/saat;km/sa|mile=mil|foot=ayak;fit|inch=inç|twenty-foot-equivalent-unit=TEU|acre=akre;akr|pound=libre|ounce=ons|gallon=galon|knot=deniz mili',
  counts:
    'person=kişi;insan;kişilik|citizen=vatandaş;yurttaş|resident=sakin|worker=işçi|employee=çalışan;personel|student=öğrenci|child=çocuk|family=aile|tourist=turist|passenger=yolcu|expert=uzman|soldier=asker|company=şirket;firma|enterprise=işletme|organisation=kuruluş|plant=tesis|factory=fabrika|country=ülke;devlet|region=bölge|city=şehir;kent|village=köy|district=ilçe|project=proje|agreement=anlaşma|contract=sözleşme|document=belge|memorandum=mutabakat zaptı|container=konteyner|wagon=vagon|train=tren|truck=kamyon;TIR|car=araç;arac;otomobil|suspect=şüpheli;zanlı|plot=arsa|seat=koltuk|ship=gemi|tanker=tanker|flight=sefer;uçuş|aircraft=uçak|job=iş|school=okul|hospital=hastane|house=konut;ev|apartment=daire|application=başvuru|participant=katılımcı|unit=adet|item=kalem;ürün|head=baş|bank=banka|type=tür|piece=parça|station=istasyon',
  times: 'kat;katı;katına;katını;katından;misli;misline',
  multiples:
    '2=ikiye katladı;ikiye katlandı;ikiye katlayarak;ikiye katlanan;ikiye katlamak;iki katına;iki kat;ikiye katlayan|3=üçe katladı;üçe katlandı;üçe katlayarak|4=dörde katladı;dörde katlandı|5=beşe katladı;beşe katlandı',
  to: 'ile;ila;ilâ',
  between: '',
  same: 'aynı',
  period:
    'anchor:0=bugün;bu gün|anchor:-1=dün;dünkü|anchor:1=yarın|anchor:-2=evvelsi gün;önceki gün|anchor:2=öbür gün' +
    '|rel:-1=geçen;geçtiğimiz;son;önceki;bir önceki|rel:0=bu;içinde bulunduğumuz;cari|rel:1=gelecek;önümüzdeki;gelecek;sonraki;bir sonraki' +
    '|unit:year=yıl;sene|unit:quarter=çeyrek;çeyreğ;çeyreği|unit:half=yarıyıl;yarı;yarısı|vague=son yıllar;geçen yıllar;geçmiş yıllar|unit:month=ay;aylık|unit:week=hafta|unit:day=gün|unit:decade=on yıl|unit:century=yüzyıl|unit:weekend=hafta sonu' +
    '|ord:1=birinci;ilk|ord:2=ikinci|ord:3=üçüncü|ord:4=dördüncü|ord:5=beşinci|ord:6=altıncı|ord:7=yedinci|ord:8=sekizinci|ord:9=dokuzuncu|ord:10=onuncu' +
    '|yearend=yıl sonu|part:early=başı;başında;başından;başına;başları;başlarında|part:mid=ortası;ortasında;ortalarında|part:late=sonu;sonunda;sonuna;sonları;sonlarında' +
    '|ago=önce;evvel|later=sonra|since_after=beri;itibaren|until_after=kadar;dek' +
    '|and=ve|to=ile;ila' +
    '|season:1=ilkbahar;bahar|season:2=yaz;yazın|season:3=sonbahar;güz|season:0=kış;kışın',
};
