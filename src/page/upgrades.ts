/** Components that are waited for at most; a page has a few dozen. */
const MOST = 500;

/**
 * Components whose class had not come when the page was read: they draw their text into a shadow root later, which no observer of the
 * page around them is told of.
 */
export interface Upgrades {
  /** Notes the components that wait now. */
  note(): void;
  /** Those that have got an open root since the last look. */
  take(): readonly Element[];
}

export function makeUpgrades(document: Document): Upgrades {
  let waiting: Element[] = [];
  return {
    note: () => {
      waiting = [...document.querySelectorAll(':not(:defined)')].slice(0, MOST);
    },
    take: () => {
      if (!waiting.length) return waiting;
      const grown = waiting.filter((element) => element.isConnected && element.shadowRoot);
      waiting = waiting.filter((element) => element.isConnected && !element.shadowRoot);
      return grown;
    },
  };
}
