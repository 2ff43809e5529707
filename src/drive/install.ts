import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DriveError } from './browser.ts';
import { BROWSERS, type BrowserName, findBrowser, INSTALL_COMMAND, onPath } from './find.ts';

/** Runs a program with its output shown; resolves with its exit code. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } });
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
}

/**
 * Makes sure that the browsers are there: installs Debian's packages where that is allowed (root and apt-get).
 * Throws `DriveError` with one sentence that names the command otherwise.
 */
export async function installBrowsers(
  names: readonly BrowserName[],
  say: (line: string) => void,
  { env = process.env, root = process.getuid?.() === 0 }: { env?: NodeJS.ProcessEnv; root?: boolean } = {},
): Promise<void> {
  const missing = () => names.filter((name) => !findBrowser(name, env));
  const wanted = missing();
  if (wanted.length === 0) return;
  const packages = wanted.map((name) => BROWSERS[name].debian);
  const command = `${INSTALL_COMMAND} ${packages.join(' ')}`;
  const apt = onPath(['apt-get'], env);
  if (!root || !apt) {
    throw new DriveError(`${wanted.join(' and ')} missing: install with \`${command}\` (Debian), then run this again.`);
  }
  say(`Installing ${packages.join(' and ')} with apt-get …`);
  const failed =
    (await run(apt, ['update', '-q'], env)) ||
    (await run(apt, ['install', '-y', '-q', '--no-install-recommends', ...packages], env));
  if (failed || missing().length > 0) {
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
