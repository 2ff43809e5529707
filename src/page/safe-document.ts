/**
 * A document gives way to the names of its forms and pictures: with `<img name="body">` on the page, `document.body` is the picture. All
 * that we ask of a document is asked through its prototype. Where the node itself is needed, `documentElement.ownerDocument` is it.
 */
export function safeDocument(document: Document): Document {
  if (safe.has(document)) return document;
  const prototype = Object.getPrototypeOf(document) as object;
  const proxy = new Proxy(document, {
    get: (target, key) => {
      const value: unknown = Reflect.get(prototype, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  safe.add(proxy);
  return proxy;
}

/** Documents that are asked through their prototype already. */
const safe = new WeakSet<Document>();
