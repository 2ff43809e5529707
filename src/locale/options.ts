import az from '../../assets/locales/az/options.json';
import en from '../../assets/locales/en/options.json';
import kk from '../../assets/locales/kk/options.json';
import ru from '../../assets/locales/ru/options.json';
import tr from '../../assets/locales/tr/options.json';

export const OPTIONS = { en, ru, az, kk, tr };
