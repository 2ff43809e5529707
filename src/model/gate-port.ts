/** Where page-gate.js and page-script.js of one document meet: a property of the isolated world, which no page sees. */
export const GATE_SLOT = '__dragomanGate';

/** What the gate leaves there. */
export interface Gate {
  /** False when it has ended, or the extension that put it there is gone. */
  isOpen(): boolean;
  /** Frames of the page that page scripts were put into. */
  frames(): readonly number[];
  /** The page script is there: the gate waits no more. */
  end(): void;
}
