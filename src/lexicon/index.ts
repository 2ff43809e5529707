/** The name index: entries go in, bytes come out; bytes are opened, texts are walked. */
export { buildLexicon, LexiconBuildError, type LexiconEntry } from './build.ts';
export { cuePayload, namePayload, readPayload, wordPayload } from './payload.ts';
export { type Accept, type Lexicon, LexiconError, openLexicon } from './walk.ts';
