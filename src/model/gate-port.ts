/** Where page-gate.js and page-script.js of one document meet: a property of the isolated world, which no page sees. */
export const GATE_SLOT = '__dragomanGate';

/** What the gate leaves there. */
export interface Gate<Judgement, Answer> {
  /** False when it has handed over, was stopped, or the extension that put it there is gone. */
  isOpen(): boolean;
  /** Ends the gate. Gives what it made of the page, and what the background answers, where the page script was brought for it; else undefined. */
  handOver(): { readonly judgement: Judgement; readonly answer: Promise<Answer> } | undefined;
}
