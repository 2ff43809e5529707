import az from '../../assets/locales/az/common.json';
import en from '../../assets/locales/en/common.json';
import kk from '../../assets/locales/kk/common.json';
import ru from '../../assets/locales/ru/common.json';
import tr from '../../assets/locales/tr/common.json';

export const COMMON = { en, ru, az, kk, tr };
