import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { articlePage, type Harness, harness } from './harness.ts';
import type { Zoo } from './in-page.ts';

declare const zoo: Zoo & { longest: number; sum: number };

/** Large, busy and hidden pages. Bars are generous where another process may hold the processor; the benchmarks measure. */
let page: Harness;
beforeAll(async () => {
  page = await harness('chromium');
});
afterEach(() => page.browser.evaluate(() => zoo.stop()));
afterAll(() => page.close());

/** Longest task of the page since now, in ms. */
const watchTasks = () =>
  page.browser.evaluate(() => {
    zoo.longest = 0;
    zoo.sum = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        zoo.longest = Math.max(zoo.longest, duration);
        zoo.sum += duration;
      }
    }).observe({ type: 'longtask' });
  });

test('10,000 matches: the mark under the pointer is found at once', async () => {
  await page.show(
    articlePage(Array.from({ length: 2000 }, (_, i) => `Line ${i} Baku <b>Baku</b> Baku, <a href="#x">Baku</a> with Baku`)),
  );
  const { times, hits, marks } = await page.browser.evaluate(() => zoo.hitTimes(['Baku'], 4000));
  expect(marks).toBe(10_000);
  expect(hits).toBeGreaterThan(200);
  // The benchmark asks for the slowest of a hundred (npm run bench:page -- hits); here other processes hold the processor.
  expect(times.sort((a, b) => a - b)[2000]!).toBeLessThan(2);
});

test('a page of 6 MB: what is on the screen comes first, the rest only when it is looked at', async () => {
  await page.show('<!doctype html><html lang="en"><body></body></html>');
  await page.browser.evaluate(() => {
    const text = 'Delegates spoke about railways and ports until late, and Baku was named. '.repeat(6);
    const parts = Array.from({ length: 14_000 }, (_, i) => `<p>${i} ${text}</p>`);
    document.body.innerHTML = parts.join('');
  });
  await watchTasks();
  const first = await page.browser.evaluate(async () => {
    const before = performance.now();
    zoo.start({ words: ['Baku'] });
    while (!zoo.registered().entity) await new Promise((done) => setTimeout(done, 10));
    return performance.now() - before;
  });
  expect(first).toBeLessThan(1500);
  await page.browser.evaluate(() => zoo.settle(1500));
  expect(await page.browser.evaluate(() => zoo.reports.at(-1)!.limits)).toEqual(['viewport-only']);
  await page.browser.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await page.browser.waitFor(() =>
    [...[...CSS.highlights.values()][0]!].some((range) => {
      const { y } = range.startContainer.parentElement!.getBoundingClientRect();
      return y > 0 && y < innerHeight;
    }),
  );
});

test('whoever jumps far lands on marks: they stand in the first frame that is drawn there', async () => {
  await page.show(articlePage(Array.from({ length: 600 }, (_, i) => `Line ${i} to Baku`)), { words: ['Baku'] });
  const frames = await page.browser.evaluate(async () => {
    const seen: { visible: number; marked: number; registered: number }[] = [];
    for (const part of [0.5, 0.9, 0.1]) {
      await new Promise((done) => setTimeout(done, 100));
      scrollTo({ top: document.documentElement.scrollHeight * part, behavior: 'instant' });
      await new Promise((done) =>
        requestAnimationFrame(() => {
          const probe = document.createElement('div');
          // Asked after all scripts of the frame, before it is drawn.
          new ResizeObserver((_, observer) => {
            observer.disconnect();
            const nodes = new Set([...CSS.highlights.values()].flatMap((one) => [...one].map((range) => range.startContainer)));
            const visible = [...document.querySelectorAll('p')].filter((paragraph) => {
              const { top, bottom } = paragraph.getBoundingClientRect();
              return bottom > 0 && top < innerHeight;
            });
            const marked = visible.filter((paragraph) => nodes.has(paragraph.firstChild!)).length;
            seen.push({ visible: visible.length, marked, registered: nodes.size });
            done(undefined);
          }).observe(document.documentElement.appendChild(probe));
        }),
      );
    }
    return seen;
  });
  for (const { visible, marked, registered } of frames) {
    expect(visible).toBeGreaterThan(10);
    expect(marked).toBe(visible);
    expect(registered).toBeLessThan(200);
  }
});

test('500 kB of text: all of it in the end, in requests of 60 kB', async () => {
  const text = 'Delegates spoke about railways and ports until late, and Baku was named. '.repeat(7);
  await page.show(articlePage(Array.from({ length: 1000 }, (_, i) => `${i} ${text}`)), { words: ['Baku'] });
  await page.browser.waitFor(() => zoo.mentions().length === 7000, [], 20_000);
  const sizes = await page.browser.evaluate(() => zoo.requests.map(({ texts }) => texts.join('').length));
  expect(Math.max(...sizes)).toBeLessThan(62_000);
});

test('after a call that failed less text is asked for at once', async () => {
  const text = 'Delegates spoke about railways and ports until late, and Baku was named. '.repeat(7);
  await page.show(articlePage(Array.from({ length: 200 }, (_, i) => `${i} ${text}`)));
  await page.browser.evaluate(() => {
    zoo.fail = 1;
    zoo.start({ words: ['Baku'] });
  });
  await page.browser.waitFor(() => zoo.mentions().length === 1400, [], 20_000);
  const sizes = await page.browser.evaluate(() => zoo.requests.map(({ texts }) => texts.join('').length));
  expect(sizes[0]).toBeGreaterThan(55_000);
  expect(Math.max(...sizes.slice(1))).toBeLessThan(21_000);
});

test('a storm of insertions, then rest: marks are right, and no task is long', async () => {
  await page.show(articlePage(['From Aktau']), { words: ['Aktau', 'Baku'] });
  await watchTasks();
  await page.browser.evaluate(async () => {
    const feed = document.createElement('div');
    document.querySelector('article')!.append(feed);
    const end = performance.now() + 4000;
    while (performance.now() < end) {
      for (let i = 0; i < 50; i++)
        feed.append(Object.assign(document.createElement('p'), { textContent: `news from Baku ${i}` }));
      while (feed.childElementCount > 300) feed.firstElementChild!.remove();
      await new Promise((done) => setTimeout(done, 5));
    }
    while (feed.childElementCount > 5) feed.firstElementChild!.remove();
  });
  await page.browser.waitFor(() => zoo.marked().join() === 'Aktau,Baku,Baku,Baku,Baku,Baku', [], 30_000);
  expect(await page.browser.evaluate(() => zoo.longest)).toBeLessThan(200);
});

test('an advertisement that rewrites itself is read ever more seldom', async () => {
  await page.show(articlePage(['From Aktau', '<span id="ad">0</span>']), { words: ['Aktau'] });
  const asked = await page.browser.evaluate(async () => {
    const before = zoo.requests.length;
    const end = performance.now() + 6000;
    for (let i = 0; performance.now() < end; i++) {
      document.querySelector('#ad')!.textContent = `offer ${i}`;
      await new Promise((done) => setTimeout(done, 100));
    }
    return zoo.requests.length - before;
  });
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(12);
  expect(await page.marked()).toEqual(['Aktau']);
});

test('an endless feed: only what is new is sent', async () => {
  await page.show(articlePage(['From Aktau']), { words: ['Aktau', 'Baku'] });
  for (let i = 0; i < 4; i++) {
    await page.browser.evaluate((n: number) => {
      const article = document.createElement('article');
      article.innerHTML = `<h1>Story ${n}</h1><p>To Baku ${n}</p>`;
      document.querySelector('main')!.append(article);
    }, i);
    await page.settle();
  }
  const texts = await page.browser.evaluate(() => zoo.requests.slice(1).map(({ texts }) => texts));
  expect(texts).toEqual([0, 1, 2, 3].map((n) => [`Story ${n}`, `To Baku ${n}`]));
});

test('any history of edits ends in the marks of one whole reading', async () => {
  await page.show(articlePage(['From Aktau', 'to Baku', 'and <b>back</b>']));
  const outcome = await page.browser.evaluate(async () => {
    let seed = 20_251_122;
    const random = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % n;
    };
    const make = () => {
      const names = ['p', 'b', 'span', 'div', 'br', 'a', 'h2', 'code', 'nav'];
      const element = document.createElement(names[random(names.length)]!);
      if (element.localName !== 'br') element.append(['Baku', 'Ba', 'ku', ' from ', 'Aktau', '\n'][random(6)]!);
      return element;
    };
    zoo.start({ words: ['Aktau', 'Baku'] });
    await zoo.settle(300);
    for (let round = 0; round < 12; round++) {
      for (let i = 0; i < 12; i++) {
        const all = [...document.querySelectorAll('main *')];
        const target = all[random(all.length)]!;
        const other = all[random(all.length)]!;
        const action = random(6);
        if (action === 0) target.append(make());
        else if (action === 1) target.before(make());
        else if (action === 2 && all.length > 12 && target.localName !== 'article') target.remove();
        else if (action === 3 && !target.contains(other) && !other.contains(target)) target.before(other);
        else if (action === 4 && target.firstChild?.nodeType === 3)
          (target.firstChild as Text).data = ['Baku', 'ku', 'to Aktau'][random(3)]!;
        else target.prepend(['Ba', 'Baku ', ' '][random(3)]!);
      }
      await new Promise((done) => setTimeout(done, random(200)));
    }
    // Containers that changed often are put off for a while.
    await new Promise((done) => setTimeout(done, 8000));
    await zoo.settle(1000);
    const live = zoo.mentions();
    zoo.stop();
    zoo.requests.splice(0);
    zoo.start({ words: ['Aktau', 'Baku'] });
    await zoo.settle(300);
    return { live, whole: zoo.mentions() };
  });
  expect(outcome.whole.length).toBeGreaterThan(5);
  expect(outcome.live).toEqual(outcome.whole);
});
