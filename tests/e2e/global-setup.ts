import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds what the end-to-end tests load: for each browser the real extension and the test build (all hosts granted, card root open). */
export default function setup(): void {
  const root = resolve(import.meta.dirname, '../..');
  for (const browser of ['chrome', 'firefox']) {
    for (const test of [false, true]) {
      execFileSync('npx', ['--no-install', 'wxt', 'build', '-b', browser], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        // The test runner says NODE_ENV=test, with which JSX would be built for development: what is tested must be what is shipped.
        env: { ...process.env, NODE_ENV: 'production', ...(test ? { DRAGOMAN_HOSTS: 'all', DRAGOMAN_OPEN_CARD: '1' } : {}) },
      });
    }
  }
}
