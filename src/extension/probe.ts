import { GATE_SLOT, type Gate } from '../model/gate-port.ts';
import { browser } from './browser.ts';
import type { PageSummary } from './calls.ts';

/** What the top document of a tab is, where no page script speaks for it. */
export interface Probe {
  /** Does the browser let anybody read it? Where a grant shows us the address, a refusal is the page's own: viewers of PDF and data, stores, pages of errors. */
  readonly readable: boolean;
  /** A gate waits in it: it is no article. */
  readonly summary?: PageSummary;
}

/** Looks into the document itself: a gate has no ears, so that it costs a page nothing to have them. */
export async function probe(tabId: number): Promise<Probe> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      injectImmediately: true,
      args: [GATE_SLOT],
      func: (slot: string) => {
        // Asked as its own, as in `src/page/own-slot.ts`: this function travels alone.
        const gate = Object.hasOwn(globalThis, slot) ? (globalThis as unknown as Record<string, Gate>)[slot] : undefined;
        return { type: document.contentType, frames: gate?.isOpen() ? gate.frames() : null };
      },
    });
    const { type, frames } = (answer?.result ?? {}) as { type?: string; frames?: readonly number[] | null };
    // Chromium's viewer lets scripts into its frame, which has no text.
    const readable = type !== 'application/pdf';
    return frames ? { readable, summary: { article: false, once: false, optedOut: false, frames } } : { readable };
  } catch {
    return { readable: false };
  }
}
