import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildOf } from './support.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (dir: string, name: string) => readFileSync(join(dir, name), 'utf8');

/** Weights in gzip bytes; what runs on every page load, and what a reader waits for. */
const BUDGETS = { 'page-script.js': 30_000, 'card.js': 35_000 } as const;

describe.each(['chromium', 'firefox'] as const)('what is shipped for %s', (name) => {
  const dir = buildOf(name, 'real');
  const manifest = JSON.parse(read(dir, 'manifest.json')) as Record<string, unknown> & { permissions: string[] };

  test('asks for nothing that docs/permissions.md does not explain', () => {
    const explained = [...readFileSync(join(root, 'docs/permissions.md'), 'utf8').matchAll(/^\| `([^`]+)` \|/gm)].map(
      (m) => m[1]!,
    );
    expect(manifest.permissions.filter((one) => !explained.includes(one))).toEqual([]);
    expect(manifest.permissions).toEqual([
      'storage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(name === 'chromium' ? ['sidePanel'] : []),
    ]);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.manifest_version).toBe(3);
  });

  test('gives a page nothing to probe and no script at install', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(JSON.stringify(manifest.content_security_policy ?? '')).not.toMatch(/unsafe|localhost|http:/);
  });

  test('the page script carries no schema library and keeps its weight', () => {
    const script = read(dir, 'page-script.js');
    expect(script).not.toMatch(/ZodError|\$ZodType|z\.object|invalid_type/);
    // A control: the same words do stand where the schemas are.
    expect(read(dir, 'background.js')).toMatch(/invalid_type/);
    for (const [file, most] of Object.entries(BUDGETS)) {
      expect(gzipSync(read(dir, file), { level: 9 }).length, file).toBeLessThanOrEqual(most);
    }
  });

  test('no script of it makes code from text or fetches code', () => {
    for (const file of readdirSync(dir).filter((one) => one.endsWith('.js'))) {
      expect(read(dir, file), file).not.toMatch(/\beval\(|importScripts\(|import\(\s*["'`]https?:/);
    }
  });
});
