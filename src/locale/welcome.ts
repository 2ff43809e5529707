import az from '../../assets/locales/az/welcome.json';
import en from '../../assets/locales/en/welcome.json';
import kk from '../../assets/locales/kk/welcome.json';
import ru from '../../assets/locales/ru/welcome.json';
import tr from '../../assets/locales/tr/welcome.json';

export const WELCOME = { en, ru, az, kk, tr };
