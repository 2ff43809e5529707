import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { articlePage, type Harness, harness } from './harness.ts';
import type { Zoo } from './in-page.ts';

declare const zoo: Zoo;
const WORDS = { words: ['Aktau', 'Baku', 'Астана', 'Қазақстан', 'İstanbul'], figures: ['$5 bn'] };

/** One live document through its changes, in both browsers. */
describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Harness;
  beforeAll(async () => {
    page = await harness(name as 'chromium');
  });
  afterEach(() => page.browser.evaluate(() => zoo.stop()));
  afterAll(() => page.close());
  /** Asks while the document may be going. */
  async function eventually(script: () => boolean): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if (await page.browser.evaluate(script).catch(() => false)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`in vain: ${script}`);
  }
  const sentTexts = () => page.browser.evaluate(() => zoo.requests.map(({ texts }) => texts));

  test('text edited in place: the changed block alone is sent again', async () => {
    await page.show(articlePage(['From Aktau', 'to Baku', '<b>Астана</b> және Қазақстан']), WORDS);
    expect(await page.marked()).toEqual(['Aktau', 'Baku', 'Астана', 'Қазақстан']);
    await page.browser.evaluate(() => {
      (document.querySelectorAll('p')[1]!.firstChild as Text).data = 'back to İstanbul and Aktau';
    });
    await page.settle();
    expect(await page.marked()).toEqual(['Aktau', 'İstanbul', 'Aktau', 'Астана', 'Қазақстан']);
    expect((await page.registered()).entity).toEqual(['Aktau', 'İstanbul', 'Aktau', 'Астана', 'Қазақстан']);
    expect((await sentTexts()).slice(1)).toEqual([['back to İstanbul and Aktau']]);
  });

  test('text removed takes its marks along at once', async () => {
    await page.show(articlePage(['From Aktau', 'to Baku']), WORDS);
    await page.browser.evaluate(() => document.querySelectorAll('p')[0]!.remove());
    await page.settle();
    expect(await page.marked()).toEqual(['Baku']);
    expect((await page.registered()).entity).toEqual(['Baku']);
  });

  test('the same text in new nodes is not sent again', async () => {
    await page.show(articlePage(['From Aktau', 'to <b>Baku</b>']), WORDS);
    await page.browser.evaluate(() => {
      const article = document.querySelector('article')!;
      const html = article.innerHTML;
      article.innerHTML = html;
    });
    await page.settle();
    expect((await page.registered()).entity).toEqual(['Aktau', 'Baku']);
    expect((await sentTexts()).slice(1).flat()).toEqual([]);
  });

  test('words that grow together and apart', async () => {
    await page.show(articlePage(['Ba<br>ku']), WORDS);
    expect(await page.marked()).toEqual([]);
    await page.browser.evaluate(() => document.querySelector('br')!.remove());
    await page.settle();
    expect(await page.marked()).toEqual(['Baku']);
    await page.browser.evaluate(() => document.querySelector('p')!.firstChild!.after(document.createElement('br')));
    await page.settle();
    expect(await page.marked()).toEqual([]);
  });

  test('an article revealed late', async () => {
    await page.show(articlePage(['From Aktau']).replace('<article>', '<article style="display:none">'), {
      ...WORDS,
      settings: { density: 'first' },
    });
    expect(await page.marked()).toEqual([]);
    await page.browser.evaluate(() => document.querySelector('article')!.style.removeProperty('display'));
    await page.settle();
    expect(await page.marked()).toEqual(['Aktau']);
  });

  test('another article behind another address: new facts, nothing left of the old', async () => {
    await page.show(articlePage(['From Aktau']), { ...WORDS, date: '2020-01-01' });
    await page.browser.evaluate(() => {
      history.pushState(null, '', '/second.html');
      document.title = 'Second';
      const article = document.querySelector('article')!;
      article.innerHTML = '<h1>Second</h1><time datetime="2025-05-05">5 May</time><p>To Baku alone</p>';
    });
    await page.settle();
    await page.settle();
    expect(await page.marked()).toEqual(['Baku']);
    const facts = await page.browser.evaluate(() => zoo.requests.at(-1)!.facts);
    expect(facts).toMatchObject({ title: 'Second', date: '2025-05-05', url: 'http://zoo.example/second.html' });
  });

  test('an address that changes over the same article keeps everything', async () => {
    await page.show(articlePage(['From Aktau', 'to Baku']), { ...WORDS, date: '2020-01-01' });
    await page.browser.evaluate(() => {
      for (let i = 0; i < 500; i++) history.pushState(null, '', `/p${i}.html`);
      document.querySelector('article')!.append(Object.assign(document.createElement('p'), { textContent: 'and Aktau' }));
    });
    await page.settle();
    expect(await page.marked()).toEqual(['Aktau', 'Baku', 'Aktau']);
    expect(await page.browser.evaluate(() => zoo.requests.at(-1)!.facts.date)).toBe('2020-01-01');
    expect((await sentTexts()).slice(1).flat()).toEqual(['and Aktau']);
  });

  test('document.open() replaces everything', async () => {
    await page.show(articlePage(['From Aktau']), WORDS);
    await page.browser.evaluate(() => {
      document.open();
      document.write('<!doctype html><body><p>Only Baku now</p></body>');
      document.close();
    });
    await page.settle();
    expect(await page.marked()).toEqual(['Baku']);
    const box = await page.browser.evaluate(() => zoo.session!.target(zoo.session!.mentions()[0]!.id)!.rects()[0]!);
    await page.browser.evaluate(() => zoo.events.splice(0));
    await page.browser.hover(box.x + 4, box.y + 4);
    await page.browser.waitFor(() => zoo.events.includes('enter Baku'));
  });

  test('a page that clears the shared registry gets its marks back', async () => {
    await page.show(articlePage(['From Aktau']), WORDS);
    await page.browser.evaluate(() => CSS.highlights.clear());
    await page.browser.waitFor(() => zoo.registered().entity?.length === 1);
  });

  test('an orphan undoes everything quietly', async () => {
    await page.show(articlePage(['From Aktau']), WORDS);
    await page.browser.evaluate(() => {
      zoo.alive = false;
    });
    await page.browser.waitFor(() => CSS.highlights.size === 0, [], 2000);
    const asked = await page.browser.evaluate(() => {
      document.querySelector('p')!.textContent = 'Baku';
      return zoo.requests.length;
    });
    await new Promise((done) => setTimeout(done, 600));
    expect(await page.browser.evaluate(() => zoo.requests.length)).toBe(asked);
  });

  test('editable areas are never read, whatever is typed', async () => {
    await page.show(articlePage(['<span>From Aktau</span>', '<i contenteditable="true" id="field">x</i>']), WORDS);
    const asked = (await sentTexts()).length;
    for (let i = 0; i < 30; i++) {
      await page.browser.evaluate(() => {
        document.querySelector('#field')!.append('Baku ');
      });
    }
    await page.settle();
    expect((await sentTexts()).slice(asked).flat()).toEqual([]);
    expect(await page.marked()).toEqual(['Aktau']);
    await page.browser.evaluate(() => document.querySelector('#field')!.removeAttribute('contenteditable'));
    await page.settle();
    expect((await page.marked()).length).toBe(31);
    await page.browser.evaluate(() => document.querySelector('#field')!.setAttribute('contenteditable', ''));
    await page.settle();
    expect(await page.marked()).toEqual(['Aktau']);
  });

  test('a failing background is asked again', async () => {
    await page.show(articlePage(['From Aktau']));
    await page.browser.evaluate(() => {
      zoo.fail = 2;
      zoo.start({ words: ['Aktau'] });
    });
    await page.browser.waitFor(() => zoo.marked().length === 1);
  });

  test('another dataset: everything is read again', async () => {
    await page.show(articlePage(['From Aktau']), WORDS);
    await page.browser.evaluate(() => {
      zoo.dataset = '2';
      document.querySelector('article')!.append(Object.assign(document.createElement('p'), { textContent: 'to Baku' }));
    });
    await page.settle();
    expect((await sentTexts()).at(-1)).toEqual(['Headline of the day', 'From Aktau', 'to Baku']);
    expect(await page.marked()).toEqual(['Aktau', 'Baku']);
  });

  test('pointing, clicking, Escape; links and selections belong to the page', async () => {
    await page.show(articlePage(['From Aktau <a href="#there">to Baku</a> $5 bn']), WORDS);
    const boxOf = (surface: string) =>
      page.browser.evaluate((wanted: string) => {
        const { id } = zoo.session!.mentions().find((line) => line.surface === wanted)!;
        return zoo.session!.target(id)!.rects()[0]!;
      }, surface);
    const [aktau, baku, money] = [await boxOf('Aktau'), await boxOf('Baku'), await boxOf('$5 bn')];
    await page.browser.hover(aktau.x + 5, aktau.y + 5);
    await page.browser.waitFor(() => zoo.events.at(-1) === 'enter Aktau');
    await page.browser.hover(money.x + 5, money.y + 5);
    await page.browser.waitFor(() => zoo.events.at(-1) === 'enter $5 bn');
    await page.browser.hover(money.x + 5, money.y + 80);
    await page.browser.waitFor(() => zoo.events.at(-1) === 'leave');
    await page.browser.click(aktau.x + 5, aktau.y + 5);
    await page.browser.waitFor(() => zoo.events.includes('activate Aktau'));
    await page.browser.press('Escape');
    await page.browser.waitFor(() => zoo.events.includes('escape'));
    await page.browser.click(baku.x + 5, baku.y + 5);
    await page.browser.waitFor(() => location.hash === '#there');
    await page.browser.evaluate(() => {
      document.querySelector('p')!.click();
      document.querySelector('p')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      const event = new MouseEvent('click', { bubbles: true, clientX: 40, clientY: 100 });
      document.querySelector('p')!.dispatchEvent(event);
    });
    expect((await page.events()).filter((event) => event.startsWith('activate') || event === 'escape')).toEqual([
      'activate Aktau',
      'escape',
    ]);
    expect(await page.events()).toContain('enter Baku');
  });

  test('next, previous, jump, activate', async () => {
    await page.show(articlePage(['From Aktau', 'to Baku'], 60).replace('</article>', '<p>at last İstanbul</p></article>'), WORDS);
    const steps = await page.browser.evaluate(() => {
      const next = (d: 1 | -1) => zoo.session!.next(d)?.annotation.surface;
      return [next(1), next(1), next(1), next(1), next(-1)];
    });
    expect(steps).toEqual(['Aktau', 'Baku', 'İstanbul', 'Aktau', 'İstanbul']);
    const on = await page.browser.evaluate(() => {
      const line = zoo.session!.mentions().at(-1)!;
      const rect = zoo.session!.target(line.id)!.rects()[0]!;
      return {
        inside: rect.y >= 0 && rect.y + rect.height <= innerHeight,
        activated: zoo.session!.activate(),
        last: zoo.events.at(-1),
      };
    });
    expect(on).toEqual({ inside: true, activated: true, last: 'activate İstanbul' });
  });

  test('only what is on the screen and a little beyond is registered', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => `Line ${i} comes from Aktau`);
    await page.show(articlePage(lines), WORDS);
    const at = () => page.browser.evaluate(() => zoo.registered().entity?.length ?? 0);
    const top = await at();
    expect(top).toBeGreaterThan(20);
    expect(top).toBeLessThan(80);
    await page.browser.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    await page.browser.waitFor(() => {
      const highlight = [...CSS.highlights.values()][0]!;
      let seen = 0;
      highlight.forEach((range) => {
        const y = range.startContainer.parentElement!.getBoundingClientRect().y;
        if (y > 0 && y < innerHeight) seen += 1;
      });
      return seen > 15 && highlight.size < 110;
    });
  });

  test('a tall paragraph registers only its lines near the screen', async () => {
    await page.show(articlePage([Array.from({ length: 1500 }, (_, i) => `line ${i} from Aktau`).join('<br>')]), WORDS);
    expect(await page.browser.evaluate(() => zoo.marked().length)).toBe(1500);
    expect(await page.browser.evaluate(() => zoo.registered().entity!.length)).toBeLessThan(200);
    await page.browser.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.browser.waitFor(() => {
      const ranges = [...[...CSS.highlights.values()][0]!];
      return ranges.length < 200 && (ranges.at(-1)!.startContainer as Text).data.includes('1499');
    });
  });

  test('settings: density, kinds, hide and unhide, muted', async () => {
    await page.show(articlePage(['Aktau and Aktau', 'Aktau for $5 bn']), { ...WORDS, settings: { density: 'first' } });
    expect(await page.marked()).toEqual(['Aktau', '$5 bn']);
    const after = await page.browser.evaluate(() => {
      const base = { density: 'all', kinds: ['names', 'figures'], muted: [], language: 'en', opening: 'hover' } as const;
      const seen: string[][] = [];
      const look = () => seen.push(zoo.marked());
      zoo.session!.updateSettings(base);
      look();
      zoo.session!.updateSettings({ ...base, kinds: ['figures'] });
      look();
      zoo.session!.updateSettings({ ...base, density: 'off' });
      look();
      zoo.session!.updateSettings(base);
      zoo.session!.hide('city/w0');
      look();
      zoo.session!.unhide('city/w0');
      zoo.session!.updateSettings({ ...base, muted: ['city/w0'] });
      look();
      return seen;
    });
    expect(after).toEqual([['Aktau', 'Aktau', 'Aktau', '$5 bn'], ['$5 bn'], [], ['$5 bn'], ['$5 bn']]);
  });

  test('back and forth through the back-forward cache', async () => {
    // `no-store`, which the server says by default, keeps a page out of Firefox's cache.
    const show = () => page.show({ body: articlePage(['From Aktau']), headers: { 'cache-control': 'max-age=60' } }, WORDS);
    await show();
    page.server.put({ 'zoo.example/away.html': '<!doctype html><p>away</p>' });
    let restored = 0;
    for (let i = 0; i < 5 && restored < 3; i++) {
      await page.browser.evaluate(() => void setTimeout(() => location.assign('/away.html')));
      await eventually(() => location.pathname === '/away.html' && document.readyState === 'complete');
      await page.browser.evaluate(() => void setTimeout(() => history.back()));
      await eventually(() => location.pathname !== '/away.html' && document.readyState === 'complete');
      // A browser that is short of memory lets a page go; what is asked here is that one which comes back is marked.
      if (await page.browser.evaluate(() => typeof zoo === 'undefined')) {
        await show();
        continue;
      }
      await eventually(() => zoo.registered().entity?.length === 1);
      restored++;
    }
    expect(restored).toBe(3);
  });
});
