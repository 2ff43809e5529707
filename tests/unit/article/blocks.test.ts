import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readBlocks, type TextBlock } from '../../../src/article/blocks.ts';
import type { ReadableDocument, ReadableElement } from '../../../src/article/node.ts';
import { readArticle } from '../../../src/article/read-article.ts';
import { endPosition, startPosition, textOffset } from '../../../src/article/runs.ts';

interface Case {
  name: string;
  html: string;
  blocks: string[];
  roles?: string[];
  sections?: number[];
  articles?: number[];
  langs?: (string | null)[];
  /** Needs style sheets or shadow roots: tests/browser/page runs it too. */
  only?: 'page';
}
const cases = JSON.parse(readFileSync(new URL('../../cases/blocks.json', import.meta.url), 'utf8')) as Case[];

function parse(body: string): ReadableDocument {
  return parseHTML(`<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`)
    .document as unknown as ReadableDocument;
}
function all(root: ReadableElement): TextBlock[] {
  return [...readBlocks(root)].filter((block) => block !== undefined);
}

describe('block grammar of a static document', () => {
  const rows = cases.filter(({ only }) => !only);
  test.each(rows)('$name', ({ html, blocks: expected, roles, sections, articles, langs }) => {
    const { blocks } = readArticle(parse(html));
    expect(blocks.map(({ text }) => text)).toEqual(expected);
    if (roles) expect(blocks.map(({ role }) => role)).toEqual(roles);
    if (sections) expect(blocks.map(({ section }) => section)).toEqual(sections);
    if (articles) expect(blocks.map(({ article }) => article)).toEqual(articles);
    if (langs) expect(blocks.map(({ lang }) => lang ?? null)).toEqual(langs);
  });
});

/** Checks that every text offset has one DOM position and finds its way back. */
function checkPositions(blocks: readonly TextBlock[]): void {
  for (const { text, runs } of blocks) {
    const seen = new Set<string>();
    const ids = new Map<unknown, number>();
    for (let offset = 0; offset < text.length; offset++) {
      const { node, offset: at } = startPosition(runs, offset);
      if (!ids.has(node)) ids.set(node, ids.size);
      const key = `${ids.get(node)}:${at}`;
      if (seen.has(key)) throw new Error(`two offsets at ${key} in ${JSON.stringify(text)}`);
      seen.add(key);
      expect(textOffset(runs, node, at)).toBe(offset);
      const drawn = node.data[at];
      const character = text[offset]!;
      if (character === ' ') expect(drawn === undefined || /[\t\n\f\r ]/.test(drawn) || at === node.data.length).toBe(true);
      else expect(drawn).toBe(character);
      const end = endPosition(runs, offset + 1);
      if (character !== ' ') expect(end).toEqual({ node, offset: at + 1 });
    }
  }
}

describe('positions', () => {
  const leaf = fc
    .array(fc.constantFrom('Baku', 'ə', 'қ', 'İ', ' ', '  ', '\n', '\u00ad', '\u00a0', '5', '%', '.', '𝐀', 'trade', 'Astana'), {
      maxLength: 5,
    })
    .map((parts) => parts.join(''));
  const element = fc.constantFrom(
    'b',
    'i',
    'a',
    'span',
    'p',
    'div',
    'sup',
    'code',
    'br',
    'li',
    'button',
    'span hidden',
    'h2',
    'nav',
  );
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc
        .tuple(element, fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, children]) => `<${tag}>${children.join('')}</${tag.split(' ')[0]}>`),
    ),
  })).node;

  test('each offset has one position and back, over random trees', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (parts) => {
        checkPositions(readArticle(parse(parts.join(''))).texts);
      }),
      { numRuns: 400 },
    );
  });

  test('reading a part gives the blocks that reading the whole gives for it', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), fc.array(tree, { maxLength: 4 }), (inside, around) => {
        const document = parse(
          `${around.join('')}<section lang="ru"><div id="part">${inside.join('')}</div></section>${around.join('')}`,
        );
        const part = [...document.querySelectorAll('#part')][0];
        if (!part) return;
        const whole = all(document.body!);
        const shape = (blocks: TextBlock[]) => blocks.map(({ text, role, lang, level }) => ({ text, role, lang, level }));
        const within = (node: unknown): boolean => {
          for (let up = node as { parentNode: unknown } | null; up; up = up.parentNode as typeof up)
            if (up === (part as unknown)) return true;
          return false;
        };
        expect(shape(all(part))).toEqual(shape(whole.filter(({ runs }) => within(runs[0]!.node))));
      }),
      { numRuns: 200 },
    );
  });
});

describe('size', () => {
  test('a tree 10,000 levels deep', () => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    let inner = document.body as unknown as { appendChild(node: unknown): unknown };
    for (let i = 0; i < 10_000; i++) {
      const next = document.createElement('div');
      inner.appendChild(next);
      inner = next as unknown as typeof inner;
    }
    inner.appendChild(document.createTextNode('At the bottom of the sea'));
    expect(all(document.body as unknown as ReadableElement).map(({ text }) => text)).toEqual(['At the bottom of the sea']);
  });

  test('reading can be paused', () => {
    const pauses = [...readBlocks(parse('<p>x1</p>'.repeat(2000)).body!)].filter((block) => block === undefined);
    expect(pauses.length).toBeGreaterThan(10);
  });
});
