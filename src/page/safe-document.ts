import type { ReadableDocument } from '../article/node.ts';

/**
 * A document gives way to the names of its forms and pictures: with `<img name="body">` on the page, `document.body` is the picture.
 * What the reading of facts needs is asked through the prototype.
 */
export function safeDocument(document: Document): ReadableDocument {
  const prototype = Object.getPrototypeOf(document) as object;
  const get = <T>(key: string): T => Reflect.get(prototype, key, document) as T;
  return {
    get documentElement() {
      return get<ReadableDocument['documentElement']>('documentElement');
    },
    get body() {
      return get<ReadableDocument['body']>('body');
    },
    querySelectorAll: (selector) => get<ReadableDocument['querySelectorAll']>('querySelectorAll').call(document, selector),
  };
}
