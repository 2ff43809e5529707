import type { CardAction } from '../model/card-port.ts';

export type Act = (action: CardAction) => void;

/** A handler that the page cannot set off with an event of its own making. */
export function trusted<E extends Event>(work: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) work(event);
  };
}

/** Only these leave the card as links: a pack is data, and `javascript:` is no source. */
export function webAddress(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
