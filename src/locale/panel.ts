import az from '../../assets/locales/az/panel.json';
import en from '../../assets/locales/en/panel.json';
import kk from '../../assets/locales/kk/panel.json';
import ru from '../../assets/locales/ru/panel.json';
import tr from '../../assets/locales/tr/panel.json';

export const PANEL = { en, ru, az, kk, tr };
