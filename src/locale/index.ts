export { languageOf, makeWords, type Phrase } from './words.ts';
