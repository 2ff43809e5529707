/** What scripts of ours left in the isolated world. Asked as its own: where nothing was left, a page's element with that id answers to the name. */
export const ownSlot = <T>(name: string): T | undefined =>
  Object.hasOwn(globalThis, name) ? ((globalThis as Record<string, unknown>)[name] as T) : undefined;
