import az from '../../assets/locales/az/popup.json';
import en from '../../assets/locales/en/popup.json';
import kk from '../../assets/locales/kk/popup.json';
import ru from '../../assets/locales/ru/popup.json';
import tr from '../../assets/locales/tr/popup.json';

export const POPUP = { en, ru, az, kk, tr };
