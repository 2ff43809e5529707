/** Longest stretch of work between two chances for the page, in ms. A frame has 16. */
const SLICE = 8;
/** A busy page gives no idle time; work waits at most this long for it, in ms. */
const PATIENCE = 400;

/** Runs work beside a page: in slices, never while the tab is hidden, not after the end. A hidden tab has no timer of ours. */
export interface Schedule {
  /** Works through the steps; false when it ended before they did. `urgent` work takes the next task instead of the next idle time. */
  run(steps: Iterator<unknown>, urgent: boolean): Promise<boolean>;
  /** Resolves after the time, in which somebody saw the page; false at the end. */
  rest(ms: number): Promise<boolean>;
  /** Resolves when the page has nothing else to do, or has had none for a while; false at the end. */
  idle(): Promise<boolean>;
  /** Resolves when somebody can see the page (at once, if they can), false at the end. */
  visible(): Promise<boolean>;
  /** Counts work that was done elsewhere, in ms. */
  charge(ms: number): void;
  /** Milliseconds of work since the last call. */
  spent(): number;
}

export function makeSchedule(document: Document, signal: AbortSignal): Schedule {
  const window = document.defaultView!;
  let cost = 0;

  /** A promise that any of the events or the end settles. */
  function until(arm: (done: () => void) => () => void): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      let disarm = () => {};
      const settle = () => {
        signal.removeEventListener('abort', settle);
        disarm();
        resolve(!signal.aborted);
      };
      signal.addEventListener('abort', settle);
      disarm = arm(settle);
    });
  }

  /** A wait that begins anew whenever the page is shown again. */
  const untilSeen = (arm: (done: () => void) => () => void) =>
    until((done) => {
      let disarm = () => {};
      const turn = () => {
        disarm();
        disarm = document.hidden ? () => {} : arm(done);
      };
      document.addEventListener('visibilitychange', turn);
      turn();
      return () => {
        document.removeEventListener('visibilitychange', turn);
        disarm();
      };
    });

  const timer = (ms: number) => (done: () => void) => {
    const handle = window.setTimeout(done, ms);
    return () => window.clearTimeout(handle);
  };
  const rest = (ms: number) => untilSeen(timer(ms));

  const idle = () =>
    untilSeen((done) => {
      const handle = window.requestIdleCallback(done, { timeout: PATIENCE });
      return () => window.cancelIdleCallback(handle);
    });

  async function visible(): Promise<boolean> {
    while (document.hidden && !signal.aborted) {
      await until((done) => {
        document.addEventListener('visibilitychange', done);
        return () => document.removeEventListener('visibilitychange', done);
      });
    }
    return !signal.aborted;
  }

  return {
    rest,
    idle,
    visible,
    charge: (ms) => {
      cost += ms;
    },
    spent: () => {
      const sum = cost;
      cost = 0;
      return sum;
    },
    run: async (steps, urgent) => {
      for (;;) {
        if (signal.aborted) return false;
        const start = performance.now();
        let now = start;
        while (now - start < SLICE) {
          if (steps.next().done) {
            cost += performance.now() - start;
            return true;
          }
          now = performance.now();
        }
        cost += now - start;
        if (!(await (urgent ? rest(0) : idle()))) return false;
      }
    },
  };
}
