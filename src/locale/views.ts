import az from '../../assets/locales/az/views.json';
import en from '../../assets/locales/en/views.json';
import kk from '../../assets/locales/kk/views.json';
import ru from '../../assets/locales/ru/views.json';
import tr from '../../assets/locales/tr/views.json';

export const VIEWS = { en, ru, az, kk, tr };
