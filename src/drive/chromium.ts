import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { type Browser, callText, DriveError, type LaunchOptions, LEFT, poll, type Script, waiter } from './browser.ts';
import { clickAction } from './chromium-popup.ts';
import { needBrowser } from './find.ts';
import { removeProfile } from './profile.ts';

/** What Playwright can do beyond the common journey. */
export interface Chromium extends Browser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  page(): Page;
  /** The running service worker; starts it where it rests. */
  worker(): Promise<Worker>;
}

/** Stands for the services of Chromium's maker (sign-in, components), which no switch silences; the domain can never exist. */
const OWN_HOST = 'chromium-itself.invalid';

/** Switches of a browser that speaks to nobody on its own. */
function switches(options: LaunchOptions): string[] {
  const list = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--no-first-run',
    '--no-default-browser-check',
    // What it asks on its own account all the same goes to a name that tells it from what pages and extension ask.
    `--gaia-url=https://${OWN_HOST}`,
    `--component-updater=url-source=https://${OWN_HOST}/update`,
    `--lang=${options.language ?? 'en-US'}`,
  ];
  if (process.getuid?.() === 0) list.push('--no-sandbox');
  if (options.traffic) {
    // The proxy resolves names; the browser itself can reach nothing else.
    list.push(`--proxy-server=http://127.0.0.1:${options.traffic.port}`, '--proxy-bypass-list=<-loopback>');
    list.push('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  } else if (options.loopback?.length) {
    list.push(`--host-resolver-rules=${options.loopback.map((host) => `MAP ${host} 127.0.0.1`).join(', ')}`);
  }
  if (options.extension) {
    const dir = resolve(options.extension);
    list.push(`--disable-extensions-except=${dir}`, `--load-extension=${dir}`);
  }
  return list;
}

/** Without developer mode `runtime.reload()` leaves an unpacked extension off. */
function writePreferences(profile: string): void {
  const dir = join(profile, 'Default');
  mkdirSync(dir, { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  try {
    writeFileSync(join(dir, 'Preferences'), JSON.stringify(preferences), { flag: 'wx' });
  } catch {
    // The profile was used before and keeps its own.
  }
}

function profileOf(options: LaunchOptions): { profile: string; forget: () => Promise<void> } {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'dragoman-chromium-'));
  writePreferences(profile);
  const forget = async () => {
    if (!options.profile) await removeProfile(profile);
  };
  return { profile, forget };
}

async function start(profile: string, options: LaunchOptions): Promise<BrowserContext> {
  // Playwright counts the requests of service workers only with this.
  process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS ??= '1';
  return chromium.launchPersistentContext(profile, {
    executablePath: needBrowser('chromium'),
    headless: !options.headed,
    args: switches(options),
    // The back-forward cache stays on: readers have it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    viewport: options.headed ? null : (options.size ?? { width: 1280, height: 900 }),
    colorScheme: options.scheme ?? 'light',
    locale: options.language ?? 'en-US',
  });
}

/**
 * Chromium with one tab in front that nobody drives: DevTools turn some of what readers have off (rendering ahead of time). `settled`
 * tells, by the addresses of all tabs, when what opens at the start has opened. Pages tell the server of `traffic` what they see.
 */
export async function openUndriven(
  url: string,
  options: LaunchOptions,
  settled: (tabs: readonly string[]) => boolean,
): Promise<{ close(): Promise<void> }> {
  const { profile, forget } = profileOf(options);
  const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...switches(options), 'about:blank'];
  const child = spawn(needBrowser('chromium'), args, { stdio: 'ignore' });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const close = async () => {
    child.kill();
    await exited;
    process.off('exit', kill);
    await forget();
  };
  try {
    // The list of tabs can be had without attaching to any.
    const home = () => {
      const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      return `http://127.0.0.1:${port}/json/`;
    };
    const ask = async (path: string, method = 'GET') => (await fetch(home() + path, { method })).json();
    const tabs = async () => ((await ask('list')) as { url: string }[]).map((one) => one.url);
    await poll(async () => settled(await tabs().catch(() => [])), 20_000, 'the first tabs of Chromium');
    const { id } = (await ask(`new?${url}`, 'PUT')) as { id: string };
    // What opened at the start may come to the front late.
    for (let times = 0; times < 2; times++) {
      await new Promise((done) => setTimeout(done, 700));
      await fetch(`${home()}activate/${id}`);
    }
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface StoredExtension {
  readonly path?: string;
  readonly active_permissions?: { explicit_host?: string[] };
  readonly granted_permissions?: { explicit_host?: string[] };
}

/**
 * Writes optional host permissions into a profile at rest. Without a window nothing answers Chromium's permission prompt (no switch, no
 * DevTools call; `developerPrivate.addHostPermission` changes nothing for optional hosts), but what the profile says is kept at start.
 */
async function grantAtRest(profile: string, options: LaunchOptions, origins: readonly string[]): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  const dir = resolve(options.extension ?? '');
  const read = () => {
    const preferences = JSON.parse(readFileSync(file, 'utf8')) as { extensions?: { settings?: Record<string, StoredExtension> } };
    const stored = Object.values(preferences.extensions?.settings ?? {}).find(({ path }) => path === dir);
    return { preferences, stored };
  };
  if (!read().stored) await (await start(profile, options)).close();
  const { preferences, stored } = read();
  if (!stored) throw new DriveError(`Chromium did not take the extension of ${dir}: is its manifest good?`);
  for (const set of [stored.active_permissions, stored.granted_permissions]) {
    if (set) set.explicit_host = [...new Set([...(set.explicit_host ?? []), ...origins])];
  }
  writeFileSync(file, JSON.stringify(preferences));
}

/** Starts Debian's Chromium (or the one named in DRAGOMAN_CHROMIUM) with one tab. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Chromium> {
  const { profile, forget } = profileOf(options);
  let context: BrowserContext | undefined;
  try {
    if (options.granted?.length) await grantAtRest(profile, options, options.granted);
    context = await start(profile, options);
    return await drive(context, options, forget);
  } catch (error) {
    await context?.close();
    await forget();
    throw error;
  }
}

async function drive(context: BrowserContext, options: LaunchOptions, forget: () => Promise<void>): Promise<Chromium> {
  const first = context.pages()[0] ?? (await context.newPage());
  const handles = new Map<string, Page>();
  let count = 0;
  const name = (page: Page): string => {
    for (const [handle, known] of handles) if (known === page) return handle;
    const handle = `tab-${++count}`;
    handles.set(handle, page);
    page.once('close', () => handles.delete(handle));
    return handle;
  };
  let current = first;
  name(first);
  context.on('page', (page) => name(page));

  const started = () => context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));
  let extensionId = '';
  if (options.extension) {
    const worker = started() ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
    extensionId = new URL(worker.url()).host;
  }
  const extensionUrl = (path: string) => {
    if (!extensionId) throw new DriveError('No extension was loaded: give `extension` at launch');
    return `chrome-extension://${extensionId}/${path}`;
  };

  const evaluate = <A extends readonly unknown[], R>(script: Script<A, R>, ...args: A) =>
    current.evaluate(callText(script as Script<readonly never[], unknown>, args)) as Promise<R>;

  /** Does something in a page of the extension of its own, so that the tab in use stays as it is. */
  async function aside<R>(work: (page: Page) => Promise<R>, url: string): Promise<R> {
    const page = await context.newPage();
    try {
      await page.goto(url);
      return await work(page);
    } finally {
      await page.close();
      await current.bringToFront();
    }
  }

  /** Playwright keeps the handle of a stopped worker and waits for ever on it. */
  let stopped = false;
  async function worker(): Promise<Worker> {
    const running = started();
    if (running && !stopped) return running;
    await aside(
      (page) => page.evaluate('chrome.runtime.sendMessage({ wake: true }).catch(() => {})'),
      extensionUrl('manifest.json'),
    );
    stopped = false;
    return poll(async () => started() as Worker, 10_000, 'the service worker to start');
  }

  /** Steps in the tab's history; Playwright's own `goBack` waits for a `load` that a page out of the back-forward cache never has. */
  async function leave(step: -1 | 1): Promise<void> {
    const from = current.url();
    const session = await context.newCDPSession(current);
    const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
    const entry = entries[currentIndex + step];
    if (!entry) throw new DriveError(`No page lies ${step < 0 ? 'before' : 'after'} ${from}`);
    await session.send('Page.navigateToHistoryEntry', { entryId: entry.id });
    await poll(async () => current.url() !== from, LEFT, `the tab to leave ${from}`);
    await session.detach();
  }

  return {
    name: 'chromium',
    version: context.browser()?.version() ?? '',
    context,
    extensionId,
    page: () => current,
    worker,
    open: async (url) => {
      await current.goto(url, { waitUntil: 'load' });
    },
    back: () => leave(-1),
    forward: () => leave(1),
    evaluate,
    waitFor: waiter(evaluate),
    hover: (x, y) => current.mouse.move(x, y, { steps: 3 }),
    click: (x, y) => current.mouse.click(x, y),
    press: (key) => current.keyboard.press(key),
    screenshot: () => current.screenshot(),
    extensionUrl,
    extensionPage: async (path) => {
      await current.goto(extensionUrl(path), { waitUntil: 'load' });
    },
    openPopup: async () => {
      await current.bringToFront();
      return clickAction(context, current.url(), extensionId);
    },
    command: async (command) => {
      const background = await worker();
      await background.evaluate(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab))`,
      );
    },
    newTab: async (url) => {
      current = await context.newPage();
      await current.goto(url, { waitUntil: 'load' });
      return name(current);
    },
    tab: async () => name(current),
    tabs: async () => context.pages().map(name),
    useTab: async (handle) => {
      const page = handles.get(handle);
      if (!page) throw new DriveError(`No tab ${handle}`);
      current = page;
      await page.bringToFront();
    },
    closeTab: async () => {
      await current.close();
      const left = context.pages()[0];
      if (left) current = left;
    },
    killBackground: async () => {
      const session = await context.newCDPSession(current);
      // Once is enough: a message that waits starts it again at once.
      let wasStopped = false;
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        wasStopped ||= versions.some(({ runningStatus }) => runningStatus === 'stopped');
      });
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await poll(async () => wasStopped, 10_000, 'the service worker to stop');
      await session.detach();
      stopped = true;
    },
    requests: () => {
      if (!options.traffic) throw new DriveError('Requests are counted only with `traffic`');
      return options.traffic.requests().filter(({ host }) => host !== OWN_HOST);
    },
    close: async () => {
      await context.close();
      await forget();
    },
  };
}
