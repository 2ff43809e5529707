/** A failure of driving a browser: says what was tried and what to do. */
export class DriveError extends Error {
  override name = 'DriveError';
}

/** A request that reached the loopback server, or tried to leave through it. */
export interface SeenRequest {
  /** `CONNECT` stands for an attempt to open an encrypted connection, which the server refuses. */
  readonly method: string;
  /** Lower case, without port. */
  readonly host: string;
  /** Path with query; empty for `CONNECT`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Body of a request that had one, as text. */
  readonly body: string;
}

/** The part of `serve.ts` that a browser needs. */
export interface Traffic {
  readonly port: number;
  requests(): readonly SeenRequest[];
}

export interface LaunchOptions {
  /** Directory of an unpacked extension. */
  readonly extension?: string;
  /**
   * Every request of the whole browser (pages, background, the browser's own) goes through this loopback server as its proxy, so real host
   * names work without a port, nothing leaves the machine, and what was asked for can be counted.
   */
  readonly traffic?: Traffic;
  /** Without `traffic`: host names that mean 127.0.0.1; all others stay as they are. */
  readonly loopback?: readonly string[];
  /** Optional host permissions (match patterns) that the extension has from the start, as if the reader had said yes before. */
  readonly granted?: readonly string[];
  /** Default: without a window. */
  readonly headed?: boolean;
  /** Profile directory that outlives the browser; default a new one, removed at the end. */
  readonly profile?: string;
  /** CSS pixels of the page. Default 1280 × 900. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly scheme?: 'light' | 'dark';
  /** Language of the browser's interface, BCP 47. Default `en-US`. */
  readonly language?: string;
}

/** Source text of an expression, or a function that uses nothing outside itself. */
export type Script<A extends readonly unknown[], R> = string | ((...args: A) => R | Promise<R>);

/** The toolbar popup while it is open. */
export interface Popup {
  evaluate<A extends readonly unknown[], R>(script: Script<A, R>, ...args: A): Promise<R>;
  /** As `Browser.waitFor`. */
  waitFor<A extends readonly unknown[], R>(script: Script<A, R>, args?: A, timeout?: number): Promise<R>;
  /** PNG of the whole popup. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** One journey in two browsers. All positions are CSS pixels of the viewport; everything happens in the tab in use. */
export interface Browser {
  readonly name: 'chromium' | 'firefox';
  readonly version: string;
  /** Loads the address in the tab in use and waits for `load`. */
  open(url: string): Promise<void>;
  /** As the browser's own button does; ends when the tab stands at another address, whether its page has loaded or not. */
  back(): Promise<void>;
  forward(): Promise<void>;
  /** In the page's own world. Arguments and answer are JSON; a promise is awaited. */
  evaluate<A extends readonly unknown[], R>(script: Script<A, R>, ...args: A): Promise<R>;
  /** Asks until the answer is truthy. Throws `DriveError` after `timeout` ms (default 10,000). */
  waitFor<A extends readonly unknown[], R>(script: Script<A, R>, args?: A, timeout?: number): Promise<R>;
  hover(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** A key by its name, with modifiers: `a`, `Escape`, `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** PNG of the viewport. */
  screenshot(): Promise<Buffer>;
  /** Address of a file of the extension: `popup.html`. */
  extensionUrl(path: string): string;
  /** Opens a page of the extension in the tab in use. */
  extensionPage(path: string): Promise<void>;
  /** Opens a tab, uses it, and gives its handle. */
  newTab(url: string): Promise<string>;
  /** Clicks the extension's toolbar button: the tab in use gets its activeTab grant, and the popup opens over it. */
  openPopup(): Promise<Popup>;
  /** Runs a command of the manifest as its keys do. Chromium hears no synthetic keys outside the page, so its event is sent instead. */
  command(name: string): Promise<void>;
  /** Handle of the tab in use. */
  tab(): Promise<string>;
  tabs(): Promise<readonly string[]>;
  useTab(handle: string): Promise<void>;
  /** Closes the tab in use; another one is used then. */
  closeTab(): Promise<void>;
  /** Stops the background, as the browser does after half a minute of rest. */
  killBackground(): Promise<void>;
  /** What the whole browser asked of the network so far. Needs `traffic`. */
  requests(): readonly SeenRequest[];
  close(): Promise<void>;
}

/** Longest wait for a tab to stand at another address after its button was pressed, in ms: as long as `waitFor` waits. */
export const LEFT = 10_000;

/** Source text of a call that can run in any page: some compilers name functions through a helper that no page has. */
export function callText(script: Script<readonly never[], unknown>, args: readonly unknown[]): string {
  if (typeof script === 'string') return script;
  return `(() => { const __name = (f) => f; return (${script.toString()})(...${JSON.stringify(args)}); })()`;
}

export async function poll<T>(ask: () => Promise<T>, timeout: number, what: string): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new DriveError(`Waited ${timeout} ms in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

type Evaluate = <A extends readonly unknown[], R>(script: Script<A, R>, ...args: A) => Promise<R>;

/** `waitFor` of a page that can be asked by `evaluate`. A page that is on its way to another cannot answer: that counts as "not yet", and is told at the end. */
export function waiter(evaluate: Evaluate): Browser['waitFor'] {
  return async <A extends readonly unknown[], R>(script: Script<A, R>, args?: A, timeout = 10_000) => {
    const given = args ?? ([] as unknown as A);
    let trouble: unknown;
    const ask = () =>
      evaluate(script, ...given).catch((error: unknown) => {
        trouble = error;
        return undefined as R;
      });
    try {
      return await poll(ask, timeout, callText(script as Script<readonly never[], unknown>, given));
    } catch (error) {
      throw trouble && error instanceof DriveError ? new DriveError(`${error.message}; last said: ${trouble}`) : error;
    }
  };
}
