import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { browserOf, record } from '../../reliability/row.ts';
import { buildOf, cardText, hoverText, pointAt, start, waitForCard, waitForMarks, waitForNoCard } from '../support.ts';
import { BROWSERS, guestPage, inExtension, markedTexts, OUTLET, pause, SILENCE } from './guest.ts';

/** Everything that a page could hear or see of us, kept from before its first script on. */
const SPY = `<script>
window.heard = [];
addEventListener('message', (event) => event.isTrusted && heard.push('message ' + JSON.stringify(event.data)));
const dispatch = EventTarget.prototype.dispatchEvent;
EventTarget.prototype.dispatchEvent = function (event) { if (!window.forging) heard.push('dispatch ' + event.type); return dispatch.call(this, event); };
new MutationObserver((records) => { for (const one of records) if (!window.forging) heard.push(one.type + ' ' + one.target.nodeName); })
  .observe(document, { attributes: true, characterData: true });
</script>`;

/** Names of events, messages and slots that stand in what is shipped. */
function typesInBundle(name: Browser['name']): { events: string[]; calls: string[]; words: string[] } {
  const read = (file: string) => readFileSync(join(buildOf(name, 'real'), file), 'utf8');
  const page = read('page-gate.js') + read('page-script.js') + read('card.js');
  const background = read('background.js');
  const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((m) => m[1]!))].sort();
  const events = all(page, /addEventListener\(\s*["'`]([\w:-]+)["'`]/g);
  // Listed in arrays and handed to a loop or to the drawing library.
  const drawn = all(page, /\bon([A-Z][a-z]+(?:[A-Z][a-z]+)?)\b/g).map((one) => one.toLowerCase());
  const calls = all(background, /\b(?:async )?([a-z][A-Za-z]+)(?:\(|:)/g).filter((one) =>
    /^(?:begin|bringPage|annotate|card|injectCard|enterFrames|report|openAtlas|settings|siteState|turn\w+|set[A-Z]\w+|reset|restore|stored|import\w+|readOnce|panelCard|labels)$/.test(
      one,
    ),
  );
  const page2 = ['summary', 'mentions', 'annotations', 'jump', 'step', 'openCard', 'hide', 'settings', 'stop'].filter((one) =>
    page.includes(one),
  );
  return {
    events: [
      ...new Set([
        ...events,
        ...drawn,
        'message',
        'keypress',
        'visibilitychange',
        'pagehide',
        'pageshow',
        'DOMContentLoaded',
        'load',
      ]),
    ],
    calls: [...new Set([...calls, ...page2])],
    words: all(page, /["'`](__dragoman\w+|wxt:[\w:-]+|rv4\w+)["'`]/g),
  };
}

interface Forged {
  readonly made: number;
  readonly answers: readonly string[];
}
/** Runs in the page: as many forged events and messages as asked for, of all kinds, at all places. */
async function forge(types: ReturnType<typeof typesInBundle>, least: number): Promise<Forged> {
  const world = ((window as unknown as { wrappedJSObject?: Window }).wrappedJSObject ?? window) as Window & { forging?: boolean };
  world.forging = true;
  const host = document.querySelector('dragoman-card');
  const places: EventTarget[] = [
    window,
    document,
    document.documentElement,
    document.querySelector('article p')!,
    ...(host ? [host] : []),
  ];
  const answers: string[] = [];
  let made = 0;
  const kinds: ((type: string) => Event)[] = [
    (type) => new Event(type, { bubbles: true, composed: true }),
    (type) => new CustomEvent(type, { bubbles: true, composed: true, detail: { to: 'page', call: 'stop', params: null } }),
    (type) => new PointerEvent(type, { bubbles: true, composed: true, clientX: 120, clientY: 120, pointerType: 'mouse' }),
    (type) => new KeyboardEvent(type, { bubbles: true, composed: true, key: made % 2 ? 'Escape' : 'Enter' }),
    (type) => new MouseEvent(type, { bubbles: true, composed: true, clientX: 120, clientY: 120, button: 0 }),
    (type) => new MessageEvent(type, { data: { to: 'page', call: 'stop', params: null } }),
  ];
  for (let round = 0; made < least; round++) {
    for (const type of [...types.events, ...types.words]) {
      const place = places[(round + made) % places.length]!;
      place.dispatchEvent(kinds[(round + made) % kinds.length]!(type));
      made += 1;
    }
    for (const call of [...types.calls, ...types.words]) {
      for (const to of ['background', 'page']) {
        window.postMessage({ to, call, params: null, type: call, id: round }, '*');
        made += 1;
      }
    }
    const channel = new BroadcastChannel('dragoman');
    channel.postMessage({ to: 'page', call: 'stop', params: null });
    channel.close();
    await new Promise((done) => setTimeout(done, 0));
  }
  // The front door, where a browser has one: a page may not send messages to an extension that does not ask for it.
  const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime?.sendMessage;
  if (runtime) answers.push('the page may send messages');
  for (const word of types.words) if (word in world) answers.push(`the page sees ${word}`);
  await new Promise((done) => setTimeout(done, 100));
  world.forging = false;
  return { made, answers };
}

const storage = (browser: Browser) =>
  inExtension<unknown>(browser, `Promise.all([api.storage.local.get(null), api.storage.session.get(null)])`).then((all) =>
    JSON.stringify(all),
  );

/** 60 ways of a page to spoil what scripts rest on: prototypes first, then names of elements. */
const PROTOTYPES: readonly string[] = [
  'Array.prototype.map',
  'Array.prototype.push',
  'Array.prototype.filter',
  'Array.prototype.flatMap',
  'Array.prototype.includes',
  'Array.prototype.sort',
  'Array.prototype[Symbol.iterator]',
  'Array.from',
  'String.prototype.slice',
  'String.prototype.replace',
  'String.prototype.indexOf',
  'String.prototype.charCodeAt',
  'RegExp.prototype.exec',
  'RegExp.prototype.test',
  'Object.entries',
  'Object.keys',
  'Object.hasOwn',
  'Object.defineProperty',
  'JSON.stringify',
  'JSON.parse',
  'Promise.prototype.then',
  'Map.prototype.get',
  'Map.prototype.set',
  'Set.prototype.has',
  'Set.prototype.add',
  'WeakMap.prototype.get',
  'Math.max',
  'Number.isFinite',
  'Function.prototype.call',
  'Reflect.get',
  'Node.prototype.contains',
  'Element.prototype.getAttribute',
  'Element.prototype.getClientRects',
  'Document.prototype.createTreeWalker',
  'Document.prototype.createRange',
  'EventTarget.prototype.addEventListener',
  'window.requestAnimationFrame',
  'window.setTimeout',
  'window.getComputedStyle',
  'window.MutationObserver',
  'window.IntersectionObserver',
  'window.Highlight',
  'window.StaticRange',
]; // prettier-ignore
const CLOBBERED: readonly string[] = [
  'URL',
  'body',
  'head',
  'documentElement',
  'defaultView',
  'title',
  'querySelectorAll',
  'querySelector',
  'createElementNS',
  'createTreeWalker',
  'createRange',
  'addEventListener',
  'elementFromPoint',
  'caretPositionFromPoint',
  'readyState',
  'hidden',
  'visibilityState',
]; // prettier-ignore
/** When the page gives up, in ms, so that the test itself can look into it: after marks and card have come. */
const TRUCE = 2 * SILENCE;
const UNCLOBBER = `<script>{
  const all = document.querySelectorAll.bind(document);
  setTimeout(() => { for (const one of all('img[name], form[name]')) one.remove(); }, ${TRUCE});
}</script>`;
/** Throws from each of them, until the test itself has to look into the page. */
const SPOIL = `<script>(() => {
  const targets = ${JSON.stringify(PROTOTYPES)}.map((path) => {
    const parts = path.replace('[Symbol.iterator]', '').split('.');
    const key = path.endsWith('[Symbol.iterator]') ? Symbol.iterator : parts.pop();
    let owner = window;
    for (const part of parts) if (part !== 'window') owner = owner[part];
    return { owner, key, real: owner[key] };
  });
  setTimeout(() => { window.quiet = true; }, ${TRUCE});
  window.spoiled = 0;
  for (let i = 0; i < targets.length; i++) {
    const { owner, key, real } = targets[i];
    owner[key] = function () {
      if (window.quiet) return new.target ? Reflect.construct(real, arguments) : real.apply(this, arguments);
      throw new Error('spoiled');
    };
    window.spoiled += 1;
  }
})();</script>`;

describe.each(BROWSERS)('a page that attacks, in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    const names = CLOBBERED.map((one) => `<img name="${one}" alt=""><form name="${one}"></form>`).join('');
    server = await serve({
      [`${OUTLET}/plain.html`]: guestPage(),
      [`${OUTLET}/spy.html`]: guestPage({ head: SPY }),
      [`${OUTLET}/spoiled.html`]: guestPage().replace('</article>', `</article>${SPOIL}`),
      [`${OUTLET}/clobbered.html`]: guestPage({ head: UNCLOBBER, after: names }),
    });
    browser = await start(name, 'test', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const page = (file: string) => browser.open(`http://${OUTLET}/${file}`);

  test('with forged events and messages: we keep working, it learns nothing, nothing is stored', async () => {
    const types = typesInBundle(name);
    expect(types.events.length).toBeGreaterThan(10);
    expect(types.calls.length).toBeGreaterThan(20);
    const before = await storage(browser);
    await page('spy.html');
    await waitForMarks(browser, 4);
    await hoverText(browser, 'Azerbaijan');
    await waitForCard(browser, 'Azerbaijan');
    await browser.hover(5, 5);
    await waitForNoCard(browser);
    const marks = await markedTexts(browser);
    const { made, answers } = await browser.evaluate(forge, types, 1000);
    await pause(SILENCE / 3);
    const after = await markedTexts(browser);
    const heard = (await browser.evaluate<[], string[]>(`[...(window.wrappedJSObject ?? window).heard].map(String)`)).filter(
      (one) => !/^message .*"to":/.test(one),
    );
    const cardOpened = (await browser.evaluate<[], string>(cardText)) !== '';
    await hoverText(browser, 'Azerbaijan');
    await waitForCard(browser, 'Azerbaijan');
    const same = (await storage(browser)) === before;
    const troubles = [
      ...answers,
      ...heard,
      ...(String(after) === String(marks) ? [] : ['other marks']),
      ...(cardOpened ? ['a card opened'] : []),
      ...(same ? [] : ['the store is another']),
    ];
    record({
      id: 'forged-events',
      part: 'hostile',
      what: 'Forged events and messages of every type found in the bundle: marks, card and store stay, and the page learns nothing.',
      tried: `${made} of ${types.events.length} events, ${types.calls.length} calls, ${types.words.length} names`,
      figure: `${troubles.length} effects`,
      bar: '0 effects of 1,000',
      met: made >= 1000 && troubles.length === 0,
      browser: browserOf(browser),
    });
    expect(troubles).toEqual([]);
    expect(made).toBeGreaterThanOrEqual(1000);
  });

  test('with synthetic clicks and keys: no state changes, inside the card neither', async () => {
    await page('plain.html');
    await waitForMarks(browser, 4);
    await hoverText(browser, 'Kazakhstan');
    await waitForCard(browser, 'Kazakhstan');
    const tabs = (await browser.tabs()).length;
    const before = [await markedTexts(browser), await browser.evaluate<[], string>(cardText)];
    const tried = await browser.evaluate(() => {
      const root = document.querySelector('dragoman-card')!.shadowRoot!;
      const targets = [
        ...root.querySelectorAll('button, a, h2, .frame, .body'),
        document.body,
        document.querySelector('article p')!,
      ];
      let count = 0;
      for (const target of targets) {
        (target as HTMLElement).addEventListener('click', (event) => target.localName === 'a' && event.preventDefault());
        (target as HTMLElement).click();
        for (const type of [
          'pointerdown',
          'pointermove',
          'pointerup',
          'pointerleave',
          'pointerenter',
          'mousedown',
          'mouseup',
          'click',
          'dblclick',
        ]) {
          target.dispatchEvent(
            new PointerEvent(type, { bubbles: true, composed: true, clientX: 100, clientY: 100, cancelable: true }),
          );
          count += 1;
        }
        for (const key of ['Enter', ' ', 'Escape', 'Tab', 'ArrowDown']) {
          for (const type of ['keydown', 'keypress', 'keyup']) {
            target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
            count += 1;
          }
        }
      }
      return count;
    });
    await pause(SILENCE / 3);
    const after = [await markedTexts(browser), await browser.evaluate<[], string>(cardText)];
    const same = JSON.stringify(after) === JSON.stringify(before) && (await browser.tabs()).length === tabs;
    record({
      id: 'synthetic-clicks',
      part: 'hostile',
      what: 'Synthetic clicks and keys, in an opened card root too, change no marks, no card and open no tab.',
      tried: `${tried} events`,
      figure: same ? '0 effects' : 'an effect',
      bar: '0 effects',
      met: same,
      browser: browserOf(browser),
    });
    expect(after).toEqual(before);
    expect((await browser.tabs()).length).toBe(tabs);
  });

  test('with patched prototypes and clobbered names: the same marks and the same card', async () => {
    await page('plain.html');
    await waitForMarks(browser, 4);
    await pause(SILENCE / 3);
    const marks = await markedTexts(browser);
    const { x, y } = await pointAt(browser, 'Azerbaijan');
    const troubles: string[] = [];
    for (const file of ['spoiled.html', 'clobbered.html']) {
      await browser.hover(5, 5);
      await page(file);
      await pause(SILENCE);
      await browser.hover(x, y);
      await pause(SILENCE * 1.5);
      if (file === 'spoiled.html')
        expect(await browser.evaluate<[], number>(`(window.wrappedJSObject ?? window).spoiled`)).toBe(PROTOTYPES.length);
      const now = await markedTexts(browser);
      if (String(now) !== String(marks)) troubles.push(`${file}: ${now}`);
      if (!(await browser.evaluate<[], string>(cardText)).includes('Azerbaijan')) troubles.push(`${file}: no card`);
    }
    record({
      id: 'patched-prototypes',
      part: 'hostile',
      what: 'Patched prototypes and clobbered names: the same marks, and the card opens.',
      tried: `${PROTOTYPES.length} prototypes, ${CLOBBERED.length} names of elements`,
      figure: `${troubles.length} differences`,
      bar: '0 differences of 60',
      met: troubles.length === 0,
      browser: browserOf(browser),
    });
    expect(PROTOTYPES.length + CLOBBERED.length).toBe(60);
    expect(troubles).toEqual([]);
  });
});
