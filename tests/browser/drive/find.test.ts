import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from '../../../src/drive/find.ts';
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
