/** What a port was asked, in order; read by the tests. */
export const log: string[] = [];
export const root = document.getElementById('root')!;

/** A port's function that only remembers. */
export const said =
  (name: string) =>
  async (...args: unknown[]) =>
    void log.push([name, ...args.map((a) => JSON.stringify(a))].join(' '));

/** Puts what the tests call where they find it. */
export function offer(stage: object): void {
  (globalThis as unknown as { stage: object }).stage = Object.assign(stage, { log });
}
