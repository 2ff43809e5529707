import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeProfile } from '../../../src/drive/profile.ts';

test('a profile is removed although a helper process of the browser still writes into it', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'dragoman-late-'));
  const inner = join(profile, 'Default');
  mkdirSync(inner);
  const wrote = join(inner, '0');
  // Writes for a second, or until its directory is gone.
  const late = spawn('sh', ['-c', 'for i in $(seq 0 999); do : > "$0/$i" || exit 0; sleep 0.001; done', inner], {
    stdio: 'ignore',
  });
  const ended = new Promise((done) => late.once('exit', done));
  await expect.poll(() => existsSync(wrote)).toBe(true);
  await removeProfile(profile);
  await ended;
  expect(existsSync(profile)).toBe(false);
});
