import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { callBackground } from '../src/extension/call-background.ts';
import { isAlive } from '../src/extension/native.ts';
import { patiently } from '../src/extension/patience.ts';
import { GATE_SLOT, type Gate } from '../src/model/gate-port.ts';
import { claimedLanguage, whenActivated, whenPromising } from '../src/page/await-article.ts';
import { watchFrames } from '../src/page/frames.ts';
import { ownSlot } from '../src/page/own-slot.ts';
import { safeDocument } from '../src/page/safe-document.ts';

const world = globalThis as { [GATE_SLOT]?: Gate };

/**
 * The small script that runs wherever articles may be read: it has the page script brought to pages that have something of an article, so that
 * all others pay for no more than a look. It has no ears: whoever wants to know of it looks into its slot (`src/extension/probe.ts`), and where
 * the reader turns a site on, the page script is put beside it. docs/adr/0056.
 */
async function keepGate(end: AbortController): Promise<void> {
  const { signal } = end;
  const page = safeDocument(document);
  const frames = new Set<number>();
  world[GATE_SLOT] = { isOpen: () => !signal.aborted && isAlive(), frames: () => [...frames], end: () => end.abort() };
  // A page that is rendered ahead may never be seen: until it is, nothing of it is looked at or asked.
  await whenActivated(page, signal);
  await whenPromising(page, signal, () =>
    watchFrames(page, signal, () => {
      callBackground('enterFrames', { once: false }).then(
        (ids) => {
          for (const id of ids) frames.add(id);
        },
        () => {}, // the next frame that loads asks again
      );
    }),
  );
  const lang = claimedLanguage(page);
  await patiently(() => callBackground('bringPage', lang ? { lang } : {}), signal);
}

export default defineUnlistedScript(() => {
  if (ownSlot<() => boolean>('__dragomanRuns')?.() || ownSlot<Gate>(GATE_SLOT)?.isOpen()) return;
  // Chromium puts scripts into the empty document around its PDF viewer, too.
  if (document.contentType === 'application/pdf') return;
  const end = new AbortController();
  // A background that cannot be reached leaves the page as it was.
  keepGate(end).catch(() => end.abort());
});
