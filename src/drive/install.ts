import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DriveError } from './browser.ts';
import { BROWSERS, type BrowserName, findBrowser, INSTALL_COMMAND } from './find.ts';

/** Runs a program with its output shown; resolves with its exit code. */
function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
}

/**
 * Makes sure that the browsers are there: installs Debian's packages where that is allowed (root and apt-get).
 * Throws `DriveError` with one sentence that names the command otherwise.
 */
export async function installBrowsers(names: readonly BrowserName[], say: (line: string) => void): Promise<void> {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length === 0) return;
  const packages = missing.map((name) => BROWSERS[name].debian);
  const command = `${INSTALL_COMMAND} ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new DriveError(`${missing.join(' and ')} missing: install with \`${command}\` (Debian), then run this again.`);
  }
  say(`Installing ${packages.join(' and ')} with apt-get …`);
  const failed =
    (await run('apt-get', ['update', '-q'])) ||
    (await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]));
  const still = names.filter((name) => !findBrowser(name));
  if (failed || still.length > 0) {
    throw new DriveError(`apt-get could not install ${packages.join(' and ')}: see its lines above, then run \`${command}\`.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = Object.keys(BROWSERS) as BrowserName[];
  try {
    await installBrowsers(all, console.log);
    console.log(`Browsers: ${all.map((name) => `${name} at ${findBrowser(name)}`).join(', ')}`);
  } catch (error) {
    console.error(error instanceof DriveError ? error.message : error);
    process.exitCode = 1;
  }
}
