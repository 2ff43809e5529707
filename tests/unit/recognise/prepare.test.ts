import { expect, test } from 'vitest';
import { prepareLanguage } from '../../../src/recognise/prepare.ts';

/** A process that a page owns may send anything as a language: what stands on every object is none. */
test.each(['en', 'ru-KZ', 'az', 'kk', 'tr', 'xx', '', '-', 'constructor', '__proto__', 'toString', 'hasOwnProperty-x'])(
  'the tables of %j can be made',
  (lang) => {
    expect(() => prepareLanguage(lang)).not.toThrow();
  },
);
