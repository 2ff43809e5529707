import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from '../../../src/drive/find.ts';
import { installBrowsers } from '../../../src/drive/install.ts';
import { keyActions } from '../../../src/drive/keys.ts';

const dir = mkdtempSync(join(tmpdir(), 'dragoman-find-'));
afterAll(() => rmSync(dir, { recursive: true }));
const program = join(dir, 'my-browser');
writeFileSync(program, '#!/bin/sh\n');
chmodSync(program, 0o755);

test('the variable goes before what is installed', () => {
  expect(findBrowser('chromium', { DRAGOMAN_CHROMIUM: program })).toBe(program);
  expect(findBrowser('firefox', { DRAGOMAN_FIREFOX: program, PATH: '/usr/bin' })).toBe(program);
});

test('a variable that names no program is an error that says which', () => {
  expect(() => findBrowser('firefox', { DRAGOMAN_FIREFOX: join(dir, 'gone') })).toThrow(/DRAGOMAN_FIREFOX names .*gone/);
});

test('found on the PATH by preference', () => {
  const named = join(dir, 'firefox-esr');
  writeFileSync(named, '#!/bin/sh\n');
  chmodSync(named, 0o755);
  expect(findBrowser('firefox', { PATH: dir })).toBe(named);
});

test('the command is quick and says one line where both are there', () => {
  const root = join(import.meta.dirname, '../../..');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/drive/install.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr, lines: stdout.trim().split('\n').length }).toEqual({ status: 0, stderr: '', lines: 1 });
  expect(stdout).toMatch(/^Browsers: chromium at \/.*, firefox at \//);
});

test('the command fails with one sentence where a named program is missing', () => {
  const root = join(import.meta.dirname, '../../..');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/drive/install.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DRAGOMAN_CHROMIUM: '/nowhere/chromium' },
  });
  expect(status).toBe(1);
  expect(stderr.trim()).toBe('DRAGOMAN_CHROMIUM names /nowhere/chromium, which is no program: correct it or unset it');
});

/** A machine with nothing on its PATH but, where `apt` is given, a program of that text as apt-get. */
function machine(apt?: string): { env: NodeJS.ProcessEnv; log: string } {
  const home = mkdtempSync(join(dir, 'machine-'));
  if (apt)
    writeFileSync(join(home, 'apt-get'), `#!/bin/sh\necho "$@" >> ${home}/log\n${apt.replaceAll('HOME', home)}\n`, {
      mode: 0o755,
    });
  return { env: { PATH: home }, log: join(home, 'log') };
}
const INSTALLS = 'if [ "$1" = install ]; then : > HOME/chromium; /bin/chmod +x HOME/chromium; fi';

test('installs the missing package after an update, as root with apt-get', async () => {
  const { env, log } = machine(INSTALLS);
  const said: string[] = [];
  await installBrowsers(['chromium'], (line) => said.push(line), { env, root: true });
  expect(said).toEqual(['Installing chromium with apt-get …']);
  expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual(['update -q', 'install -y -q --no-install-recommends chromium']);
  expect(findBrowser('chromium', env)).toBeDefined();
});

const refusals = [
  {
    name: 'not root',
    apt: INSTALLS,
    root: false,
    expected: /^chromium and firefox missing: install with `sudo apt-get .* chromium firefox-esr`/,
  },
  { name: 'no apt-get', apt: undefined, root: true, expected: /^chromium and firefox missing: install with `sudo apt-get/ },
  {
    name: 'apt-get fails',
    apt: 'exit 100',
    root: true,
    expected: /^apt-get could not install chromium and firefox-esr: .* `sudo apt-get/,
  },
  { name: 'apt-get installs one of two', apt: INSTALLS, root: true, expected: /^apt-get could not install/ },
];
test.each(refusals)('says the command in one sentence: $name', async ({ apt, root, expected }) => {
  const { env } = machine(apt);
  await expect(installBrowsers(['chromium', 'firefox'], () => {}, { env, root })).rejects.toThrow(expected);
});

const keys = [
  { name: 'a letter', key: 'a', expected: ['keyDown a', 'keyUp a'] },
  { name: 'a named key', key: 'Escape', expected: ['keyDown \uE00C', 'keyUp \uE00C'] },
  {
    name: 'a chord, released in reverse',
    key: 'Shift+Tab',
    expected: ['keyDown \uE008', 'keyDown \uE004', 'keyUp \uE004', 'keyUp \uE008'],
  },
  { name: 'a letter beyond Latin', key: 'қ', expected: ['keyDown қ', 'keyUp қ'] },
];
test.each(keys)('presses $name', ({ key, expected }) => {
  expect(keyActions(key).map(({ type, value }) => `${type} ${value}`)).toEqual(expected);
});
test('a name that is no key is an error', () => {
  expect(() => keyActions('Ctrl+A')).toThrow('No key is called Ctrl');
});
