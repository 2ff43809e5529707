/** The name index: entries go in, bytes come out; bytes are opened, texts are walked. */
export { type BuildProgress, buildLexicon } from './build.ts';
export { LexiconBuildError, type LexiconEntry } from './paths.ts';
export { cuePayload, namePayload, readPayload, wordPayload } from './payload.ts';
export { type Accept, type Lexicon, LexiconError, openLexicon } from './walk.ts';
