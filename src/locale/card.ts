import az from '../../assets/locales/az/card.json';
import en from '../../assets/locales/en/card.json';
import kk from '../../assets/locales/kk/card.json';
import ru from '../../assets/locales/ru/card.json';
import tr from '../../assets/locales/tr/card.json';

export const CARD = { en, ru, az, kk, tr };
