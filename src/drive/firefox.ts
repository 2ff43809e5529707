import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, callText, DriveError, type LaunchOptions, LEFT, poll, type Script, waiter } from './browser.ts';
import { needBrowser } from './find.ts';
import { clickAction } from './firefox-popup.ts';
import { userJs } from './firefox-prefs.ts';
import { keyActions } from './keys.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { removeProfile } from './profile.ts';

/** What Marionette can do beyond the common journey. */
export interface Firefox extends Browser {
  readonly marionette: Marionette;
  readonly extensionId: string;
  /** Body of a function with Firefox's own rights; `arguments` are the rest. */
  chrome<R>(body: string, ...args: readonly unknown[]): Promise<R>;
  /** Grants optional host permissions while it runs: `permissions.onAdded` fires. */
  grant(origins: readonly string[]): Promise<void>;
  revoke(origins: readonly string[]): Promise<void>;
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
}

/** Firefox writes the port that it found free into its profile. */
async function connected(profile: string, child: ChildProcess): Promise<Marionette> {
  return poll(
    async () => {
      if (child.exitCode !== null) throw new DriveError(`Firefox ended with code ${child.exitCode} at start`);
      try {
        return await connectMarionette(Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8')));
      } catch {
        return undefined as unknown as Marionette;
      }
    },
    60_000,
    'Firefox to listen',
  );
}

/** Starts Debian's Firefox ESR (or the one named in DRAGOMAN_FIREFOX) with one tab. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Firefox> {
  const program = needBrowser('firefox');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'dragoman-firefox-'));
  rmSync(join(profile, 'MarionetteActivePort'), { force: true });
  writeFileSync(join(profile, 'user.js'), userJs(options));
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const { width, height } = options.size ?? { width: 1280, height: 900 };
  if (!options.headed) args.push('--headless', `--width=${width}`, `--height=${height}`);
  const child = spawn(program, args, {
    stdio: 'ignore',
    // A home of its own: the reader's Firefox, its caches and its settings stay untouched.
    env: {
      ...process.env,
      HOME: profile,
      XDG_CACHE_HOME: join(profile, 'cache'),
      MOZ_CRASHREPORTER_DISABLE: '1',
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
    },
  });
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);

  async function end(): Promise<void> {
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited(child);
    clearTimeout(timer);
    process.off('exit', onExit);
    if (!options.profile) await removeProfile(profile);
  }
  try {
    const marionette = await connected(profile, child);
    return await drive(marionette, options, end);
  } catch (error) {
    child.kill('SIGKILL');
    await end();
    throw error;
  }
}

async function drive(marionette: Marionette, options: LaunchOptions, end: () => Promise<void>): Promise<Firefox> {
  const { send } = marionette;
  const session = await send<{ capabilities: { browserVersion: string } }>('WebDriver:NewSession', {
    capabilities: { alwaysMatch: { acceptInsecureCerts: true, unhandledPromptBehavior: 'accept', pageLoadStrategy: 'normal' } },
  });
  await send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });

  async function chrome<R>(body: string, ...args: readonly unknown[]): Promise<R> {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      const answer = await send<{ value?: R; error?: string }>('WebDriver:ExecuteAsyncScript', {
        script: `const done = arguments[arguments.length - 1];
          (async function () { ${body} }).apply(null, [...arguments].slice(0, -1)).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        args,
      });
      if (answer.error) throw new DriveError(`In Firefox: ${answer.error}`);
      return answer.value as R;
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }

  // The window's own borders differ by desktop: make the page as large as asked for.
  const size = options.size ?? { width: 1280, height: 900 };
  await chrome(
    `const page = gBrowser.selectedBrowser; window.resizeBy(arguments[0] - page.clientWidth, arguments[1] - page.clientHeight);`,
    size.width,
    size.height,
  );

  let extensionId = '';
  let base = '';
  if (options.extension) {
    extensionId = await send<string>('Addon:Install', { path: resolve(options.extension), temporary: true });
    base = await chrome<string>(
      `const policy = WebExtensionPolicy.getByID(arguments[0]); await policy.readyPromise; return policy.getURL('');`,
      extensionId,
    );
  }
  const extensionUrl = (path: string) => {
    if (!base) throw new DriveError('No extension was loaded: give `extension` at launch');
    return base + path;
  };
  const changePermissions = (call: 'add' | 'remove', origins: readonly string[]) =>
    chrome<void>(
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
       const { extension } = WebExtensionPolicy.getByID(arguments[0]);
       await ExtensionPermissions[arguments[1]](arguments[0], { permissions: [], origins: arguments[2], data_collection: [] }, extension);`,
      extensionId,
      call,
      origins,
    );
  if (options.granted?.length) await changePermissions('add', options.granted);

  async function evaluate<A extends readonly unknown[], R>(script: Script<A, R>, ...args: A): Promise<R> {
    const answer = await send<{ value?: R; error?: string } | null>('WebDriver:ExecuteAsyncScript', {
      // Without a sandbox of the driver's: the script sees what the page's scripts see, `browser` of extension pages too. No page policy applies.
      script: `const done = arguments[arguments.length - 1];
        (async () => (${callText(script as Script<readonly never[], unknown>, args)}))()
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args: [],
      sandbox: null,
    });
    if (!answer) throw new DriveError('In the page: it went away before the answer');
    if (answer.error) throw new DriveError(`In the page: ${answer.error}`);
    return answer.value as R;
  }
  const pointer = (x: number, y: number, more: readonly unknown[] = []) =>
    send('WebDriver:PerformActions', {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 20, origin: 'viewport' }, ...more],
        },
      ],
    });
  const open = async (url: string) => {
    await send('WebDriver:Navigate', { url });
  };

  // In the window's own script: a script in the page has a listener for `unload` while it runs, and a page that is left with one is not cached.
  const leave = (button: 'goBack' | 'goForward') =>
    chrome<void>(
      `const from = gBrowser.currentURI.spec;
       gBrowser.selectedBrowser.browsingContext[arguments[0]]();
       for (let left = arguments[1]; gBrowser.currentURI.spec === from; left -= 20) {
         if (left <= 0) throw new Error(arguments[0] + ' led nowhere from ' + from);
         await new Promise((done) => window.setTimeout(done, 20));
       }`,
      button,
      LEFT,
    );

  return {
    name: 'firefox',
    version: session.capabilities.browserVersion,
    marionette,
    extensionId,
    chrome,
    open,
    back: () => leave('goBack'),
    forward: () => leave('goForward'),
    evaluate,
    waitFor: waiter(evaluate),
    hover: async (x, y) => {
      await pointer(x, y);
    },
    click: async (x, y) => {
      await pointer(x, y, [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    press: async (key) => {
      await send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions: keyActions(key) }] });
    },
    screenshot: async () => Buffer.from(await send<string>('WebDriver:TakeScreenshot', { full: false }), 'base64'),
    extensionUrl,
    extensionPage: (path) => open(extensionUrl(path)),
    grant: (origins) => changePermissions('add', origins),
    revoke: (origins) => changePermissions('remove', origins),
    newTab: async (url) => {
      const { handle } = await send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: true });
      await send('WebDriver:SwitchToWindow', { handle, focus: true });
      await open(url);
      return handle;
    },
    openPopup: () => clickAction(marionette, chrome, extensionId),
    command: (command) =>
      chrome<void>(
        `const { extension } = WebExtensionPolicy.getByID(arguments[0]);
         const commands = await extension.shortcuts.allCommands();
         const { shortcut } = commands.find(({ name }) => name === arguments[1]) ?? {};
         const parts = (shortcut ?? '').split('+');
         const key = parts.pop();
         const wanted = parts.map((part) => ({ Ctrl: 'accel', MacCtrl: 'control', Command: 'accel' })[part] ?? part.toLowerCase()).sort().join();
         const keys = [...document.querySelectorAll('keyset[id^="ext-keyset"] key')];
         const element = keys.find((one) => one.getAttribute('key') === key && one.getAttribute('modifiers').split(/[ ,]+/).sort().join() === wanted);
         if (!element) throw new Error('no keys are set for ' + arguments[1]);
         element.doCommand();`,
        extensionId,
        command,
      ),
    tab: () => send<string>('WebDriver:GetWindowHandle'),
    tabs: () => send<string[]>('WebDriver:GetWindowHandles'),
    useTab: async (handle) => {
      await send('WebDriver:SwitchToWindow', { handle, focus: true });
    },
    closeTab: async () => {
      const [left] = await send<string[]>('WebDriver:CloseWindow');
      if (left) await send('WebDriver:SwitchToWindow', { handle: left, focus: true });
    },
    killBackground: () =>
      chrome<void>(
        `const { extension } = WebExtensionPolicy.getByID(arguments[0]);
         await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`,
        extensionId,
      ),
    requests: () => {
      if (!options.traffic) throw new DriveError('Requests are counted only with `traffic`');
      return options.traffic.requests();
    },
    close: async () => {
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      marionette.close();
      await end();
    },
  };
}
