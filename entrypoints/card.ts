import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makeCardView } from '../src/card/card-host.ts';
import { CARD_SLOT, type MakeCardView } from '../src/model/card-port.ts';

/** Injected by the background at the first card of a page; hands the view to the page script that waits in the same isolated world. */
export default defineUnlistedScript(() => {
  (globalThis as { [CARD_SLOT]?: (make: MakeCardView) => void })[CARD_SLOT]?.(makeCardView);
});
