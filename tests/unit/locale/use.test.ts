import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
function source(dir: string): string {
  return readdirSync(dir)
    .map((name) => {
      const path = join(dir, name);
      if (statSync(path).isDirectory()) return source(path);
      return /\.tsx?$/.test(name) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}
/** Keys whose last part is data: `type.country`, `verdict.between.head`. */
const FAMILIES =
  /^(type|trouble|predicate|status|state|value|unit|lang|density|kinds|scope|verdict|reason|limit|why\.via|claim|filter|mark|count|inverse|opening|pace|manifest\w)/;

test('no phrase is translated five times for nobody', () => {
  const code = `${source(join(root, 'src'))}${source(join(root, 'entrypoints'))}`;
  const dir = join(root, 'assets/locales/en');
  const unused = readdirSync(dir).flatMap((part) =>
    Object.keys(JSON.parse(readFileSync(join(dir, part), 'utf8')))
      .filter((key) => !FAMILIES.test(key) && !code.includes(`'${key}'`))
      .map((key) => `${part} ${key}`),
  );
  expect(unused).toEqual([]);
});
