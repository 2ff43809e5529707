import type { Rect } from '../model/card-port.ts';

/**
 * The window in which a card is drawn: the outermost of the same origin, for a card inside a frame would be cut off at its border. In a
 * frame of another origin it is the frame's own.
 */
export function stageOf(own: Window & typeof globalThis): Window & typeof globalThis {
  let stage = own;
  try {
    while (stage.parent !== stage && stage.parent.document) stage = stage.parent as Window & typeof globalThis;
  } catch {
    // The next one out belongs to somebody else.
  }
  return stage;
}

/** Rectangles of the own window's viewport as those of the stage's; what the frame's borders hide is left out. */
export function onStage(rects: readonly Rect[], own: Window, stage: Window): Rect[] {
  let seen = [...rects];
  for (let frame = own; frame !== stage; frame = frame.parent) {
    const element = frame.frameElement as HTMLElement;
    const { x, y } = element.getBoundingClientRect();
    const { paddingLeft, paddingTop } = stage.getComputedStyle(element);
    const left = x + element.clientLeft + Number.parseFloat(paddingLeft);
    const top = y + element.clientTop + Number.parseFloat(paddingTop);
    const { innerWidth, innerHeight } = frame;
    seen = seen
      .filter((rect) => rect.x < innerWidth && rect.x + rect.width > 0 && rect.y < innerHeight && rect.y + rect.height > 0)
      .map((rect) => ({ ...rect, x: rect.x + left, y: rect.y + top }));
  }
  return seen;
}
