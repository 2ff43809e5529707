/**
 * What an accept of the lexicon points at, in 32 bits:
 *
 *   31 30  29 ........................... 0
 *   kind   index into the pack's table of names, cues or evidence words
 */
type PayloadKind = 'name' | 'cue' | 'word';

/** One more than the highest index that fits. */
const PAYLOAD_LIMIT = 0x4000_0000;

const KINDS: readonly PayloadKind[] = ['name', 'cue', 'word'];

function make(kind: number, index: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= PAYLOAD_LIMIT) {
    throw new RangeError(`payload index ${index} is outside 0..${PAYLOAD_LIMIT - 1}`);
  }
  return ((kind << 30) | index) >>> 0;
}

/** Payload of the name with this index. */
export const namePayload = (index: number): number => make(0, index);
/** Payload of the cue with this index. */
export const cuePayload = (index: number): number => make(1, index);
/** Payload of the evidence word with this index. */
export const wordPayload = (index: number): number => make(2, index);

/** Takes a payload apart; a kind that nobody wrote reads as `word`. */
export function readPayload(payload: number): { kind: PayloadKind; index: number } {
  return { kind: KINDS[payload >>> 30] ?? 'word', index: payload & (PAYLOAD_LIMIT - 1) };
}
