import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DriveError } from './browser.ts';

export type BrowserName = 'chromium' | 'firefox';

/** Per browser: the variable that names it, Debian's package, and program names by preference (branded Chrome ≥ 137 cannot load unpacked extensions). */
export const BROWSERS = {
  chromium: { variable: 'DRAGOMAN_CHROMIUM', debian: 'chromium', programs: ['chromium', 'chromium-browser'] },
  firefox: { variable: 'DRAGOMAN_FIREFOX', debian: 'firefox-esr', programs: ['firefox-esr', 'firefox'] },
} as const;

/** What a person types; the packages follow. */
export const INSTALL_COMMAND = 'sudo apt-get update && sudo apt-get install -y --no-install-recommends';

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** First of the programs that the PATH has, by preference. */
export function onPath(programs: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  const places = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return programs.flatMap((program) => places.map((place) => join(place, program))).find(runnable);
}

/** Path of the program, or undefined where it is not installed. Throws when the variable names something that cannot run. */
export function findBrowser(name: BrowserName, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { variable, programs } = BROWSERS[name];
  const named = env[variable];
  if (named) {
    if (!runnable(named)) throw new DriveError(`${variable} names ${named}, which is no program: correct it or unset it`);
    return named;
  }
  return onPath(programs, env);
}

/** Like `findBrowser`, but a missing browser is an error that names the command. */
export function needBrowser(name: BrowserName): string {
  const path = findBrowser(name);
  if (path) return path;
  throw new DriveError(`No ${name} here: run \`npm run browsers\`, or name one in ${BROWSERS[name].variable}`);
}
