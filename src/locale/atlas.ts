import az from '../../assets/locales/az/atlas.json';
import en from '../../assets/locales/en/atlas.json';
import kk from '../../assets/locales/kk/atlas.json';
import ru from '../../assets/locales/ru/atlas.json';
import tr from '../../assets/locales/tr/atlas.json';

export const ATLAS = { en, ru, az, kk, tr };
