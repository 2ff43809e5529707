import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Reserved for examples (RFC 2606): no newspaper can ever have it. */
export const NEWSROOM_HOST = 'courier.example';
const DIR = resolve(import.meta.dirname, '../../assets/newsroom');

/** The constructed articles by address without scheme, as the loopback server wants them; the front page under `/` too. */
export function newsroomPages(): Record<string, string> {
  const pages: Record<string, string> = {};
  for (const name of readdirSync(DIR)) pages[`${NEWSROOM_HOST}/${name}`] = readFileSync(join(DIR, name), 'utf8');
  pages[`${NEWSROOM_HOST}/`] = pages[`${NEWSROOM_HOST}/index.html`] ?? '';
  return pages;
}
