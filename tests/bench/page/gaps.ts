import type { Page } from 'playwright-core';
import { type Lab, WITH } from './lab.ts';
import { page, paragraphs } from './made.ts';
import type { Sheet } from './rows.ts';

/** In the page: which marks a frame shows, and which it should. */
interface Watch {
  /** Every mark that was ever registered, with its place in the page. */
  known: Map<string, { y: number; bottom: number }>;
  frames: { y: number; missing: number; registered: number; ms: number }[];
}
declare const watch: Watch;

/** Runs in the page: notes at the end of each frame, after all scripts and before paint, what is registered and what the frame shows. */
function startWatch(learn: boolean): void {
  const global = globalThis as unknown as { watch?: Watch; names?: WeakMap<Node, number>; count?: number; stop?: () => void };
  global.names ??= new WeakMap();
  global.watch ??= { known: new Map(), frames: [] };
  global.stop?.();
  const state = global.watch;
  const keyOf = (range: AbstractRange) => {
    let name = global.names!.get(range.startContainer);
    if (name === undefined) {
      global.count = (global.count ?? 0) + 1;
      name = global.count;
      global.names!.set(range.startContainer, name);
    }
    return `${name} ${range.startOffset}`;
  };
  // Its size changes in every frame, so this is asked after layout, when no script may run any more before paint.
  const probe = document.createElement('div');
  probe.style.cssText = 'position:fixed;contain:strict;width:1px;height:1px;top:0;left:0;visibility:hidden';
  document.documentElement.append(probe);
  let frame = 0;
  let before: { y: number; keys: Set<string>; at: number } | undefined;
  const observer = new ResizeObserver(() => {
    const keys = new Set<string>();
    CSS.highlights.forEach((highlight, name) => {
      if (!name.startsWith('rv4')) return;
      for (const range of highlight as unknown as Iterable<AbstractRange>) {
        const key = keyOf(range);
        keys.add(key);
        if (!learn || state.known.has(key)) continue;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { top, bottom } = live.getBoundingClientRect();
        state.known.set(key, { y: top + scrollY, bottom: bottom + scrollY });
      }
    });
    if (learn) return;
    const jump = (global as { jump?: boolean }).jump ?? false;
    // While the page is scrolled beside the main thread, the reader sees up to this frame's place what the frame before has painted.
    const shown = jump || !before ? keys : before.keys;
    let missing = 0;
    for (const [key, { y, bottom }] of state.known)
      if (bottom > scrollY && y < scrollY + innerHeight && !shown.has(key)) missing += 1;
    if (before && before.y !== scrollY)
      state.frames.push({ y: scrollY, missing, registered: keys.size, ms: performance.now() - before.at });
    before = { y: scrollY, keys, at: performance.now() };
  });
  observer.observe(probe);
  const tick = () => {
    probe.style.width = probe.style.width === '1px' ? '2px' : '1px';
    frame = requestAnimationFrame(tick);
  };
  tick();
  global.stop = () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    probe.remove();
  };
}

/** ms after which a frame came so late that another program held the processor: such frames are not judged, and counted. */
const LATE = 50;

/** Ways of scrolling fast; speed in CSS pixels a second. */
const WAYS: Readonly<Record<string, (page: Page, lab: Lab) => Promise<void>>> = {
  'fling 8,000 px/s': async (_, lab) => {
    for (const yDistance of [-12_000, 8000])
      await lab
        .session()
        .send('Input.synthesizeScrollGesture', { x: 400, y: 400, yDistance, speed: 8000, gestureSourceType: 'mouse' });
  },
  wheel: async (page) => {
    for (let i = 0; i < 40; i++) {
      await page.mouse.wheel(0, i < 28 ? 360 : -360);
      await page.waitForTimeout(25);
    }
  },
  'page keys': async (page) => {
    for (let i = 0; i < 14; i++) {
      await page.keyboard.press(i < 9 ? 'PageDown' : 'PageUp');
      await page.waitForTimeout(90);
    }
  },
  jumps: async (page) => {
    await page.evaluate(`(async () => {
      globalThis.jump = true;
      for (let i = 0; i < 40; i++) {
        scrollTo({ top: (i * 7919) % (document.documentElement.scrollHeight - innerHeight), behavior: 'instant' });
        // From a task, as the click on a link in the page does.
        await new Promise((done) => setTimeout(done, 40));
      }
      globalThis.jump = false;
    })()`);
  },
};

/** Does a reader who scrolls fast ever see a line without its marks? */
export async function gaps(lab: Lab, sheet: Sheet): Promise<void> {
  await lab.ask('setDensity', { density: 'all' });
  lab.put(
    'gaps.html',
    page(
      paragraphs(260, 3, 250)
        .map((text) => `<p>${text}</p>`)
        .join('\n'),
    ),
  );
  await lab.visit(WITH, 'gaps.html', 1500);
  const tab = lab.page();
  await lab.run(startWatch, true);
  await tab.evaluate(`(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 300) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 60));
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await new Promise((done) => setTimeout(done, 300));
  })()`);
  await lab.run(startWatch, false);
  const parts: string[] = [];
  let frames = 0;
  let gapped = 0;
  let most = 0;
  let late = 0;
  for (const [name, scroll] of Object.entries(WAYS)) {
    await tab.evaluate('watch.frames.length = 0; scrollTo({ top: 0, behavior: "instant" })');
    await tab.waitForTimeout(400);
    await tab.evaluate('watch.frames.length = 0');
    await scroll(tab, lab);
    await tab.waitForTimeout(300);
    const all = await lab.run(() => watch.frames);
    const seen = all.filter(({ ms }) => ms <= LATE);
    late += all.length - seen.length;
    const bad = seen.filter(({ missing }) => missing > 0).length;
    const longest = Math.max(0, ...seen.map(({ y }, i) => Math.abs(y - (seen[i - 1]?.y ?? y))));
    parts.push(`${name} ${bad} of ${seen.length} (${longest.toFixed(0)} px)`);
    frames += seen.length;
    gapped += bad;
    most = Math.max(most, ...seen.map(({ registered }) => registered));
  }
  const known = await tab.evaluate('watch.known.size');
  await lab.ask('setDensity', { density: 'first' });
  sheet.row({
    id: 'page-gaps',
    what: 'Whoever scrolls fast never sees a line without its marks',
    tried: `${frames} frames over ${known} marks; frames with a gap, and the longest way between two frames; ${late} frames came more than ${LATE} ms late and are not judged`,
    figure: `${gapped} frames with a gap: ${parts.join(', ')}; at most ${most} registered`,
    bar: '0 frames',
    met: gapped === 0 && frames > 100,
  });
}
