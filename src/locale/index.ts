export { azerbaijaniOrdinal } from './conventions.ts';
export { type Catalogue, languageOf, makeWords, type Params, type Phrase, type Words } from './words.ts';
