import { build, type Rollup } from 'vite';
import type { Browser } from '../../../src/drive/browser.ts';

/** One call, as the extension's own pages make it. */
export interface Call {
  readonly call: string;
  readonly params: unknown;
}
export interface Outcome {
  /** Name of the fault; absent where it was answered. */
  readonly fault?: string;
  readonly answer?: unknown;
  /** From the call to its end, in ms, less what the page's own timers were late for. */
  readonly ms: number;
  /** When it ended, on the clock of all pages (`Date.now`). */
  readonly at: number;
}

let script: Promise<string> | undefined;
/** `callBackground` of the source, as one expression that puts it into the page as `dragoman`. (What Firefox evaluates has a global object of its own each time.) */
function callerScript(): Promise<string> {
  script ??= (async () => {
    const made = (await build({
      configFile: false,
      logLevel: 'silent',
      define: { 'import.meta.env.BROWSER': '"chrome"' },
      build: {
        write: false,
        target: 'es2022',
        lib: {
          entry: new URL('../../../src/extension/call-background.ts', import.meta.url).pathname,
          formats: ['iife'],
          name: 'dragoman',
          fileName: 'caller',
        },
      },
    })) as Rollup.RollupOutput[];
    const code = made[0]!.output[0].code.trim();
    return `((window.wrappedJSObject ?? window).dragoman ??= (() => { ${code}; return dragoman; })(), true)`;
  })();
  return script;
}

/** Puts the caller into the page of the extension that is open in the tab in use. */
export async function armCaller(browser: Browser): Promise<void> {
  await browser.evaluate(await callerScript());
}

type Held = Window & {
  wrappedJSObject?: Held;
  dragoman: { callBackground(call: string, params: unknown): Promise<unknown> };
  outcomes: Promise<Outcome[]>;
};

/** Makes all calls, so many at a time (default: all at once), and does not wait for their answers. */
export async function startCalls(browser: Browser, calls: readonly Call[], atOnce = calls.length): Promise<void> {
  await browser.evaluate(
    (list: readonly Call[], most: number) => {
      const page = (window as unknown as Held).wrappedJSObject ?? (window as unknown as Held);
      const TICK = 50;
      let [last, late] = [performance.now(), 0];
      const look = () => {
        late = Math.max(late, performance.now() - last - TICK);
        last = performance.now();
      };
      const timer = setInterval(look, TICK);
      const free: (() => void)[] = [];
      let running = 0;
      page.outcomes = Promise.all(
        list.map(async ({ call, params }) => {
          if (running >= most) await new Promise<void>((done) => free.push(done));
          running += 1;
          const start = performance.now();
          const ms = () => {
            const took = performance.now() - start;
            look();
            return took - Math.min(late, took);
          };
          try {
            return { answer: (await page.dragoman.callBackground(call, params)) ?? null, ms: ms(), at: Date.now() };
          } catch (error) {
            return { fault: String((error as { fault?: string }).fault ?? error), ms: ms(), at: Date.now() };
          } finally {
            running -= 1;
            free.shift()?.();
          }
        }),
      ).finally(() => clearInterval(timer));
      return true;
    },
    calls,
    atOnce,
  );
}

/** The ends of the calls that were started last, in their order. */
export const endsOf = (browser: Browser): Promise<Outcome[]> =>
  browser.evaluate(() => ((window as unknown as Held).wrappedJSObject ?? (window as unknown as Held)).outcomes);

/** Makes one call and gives its answer; throws where it fails. */
export async function callNow<R>(browser: Browser, call: string, params: unknown): Promise<R> {
  await startCalls(browser, [{ call, params }]);
  const [end] = await endsOf(browser);
  if (!end || end.fault !== undefined) throw new Error(`${call}: ${end?.fault}`);
  return end.answer as R;
}
