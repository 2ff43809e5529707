/**
 * An article's address as a key: host without `www.`, path without a final slash, and the query where it is asked for.
 * `https://www.example.org/a/1/?p=2#x` → `example.org/a/1?p=2`, without the query `example.org/a/1`. Undefined when the text is no address.
 */
export function addressKey(address: string, withQuery: boolean): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  return `${host}${url.pathname.replace(/\/+$/, '')}${withQuery ? url.search : ''}`;
}
