import { spawnSync } from 'node:child_process';

/** `npm run zip`: the packages for both stores. A test build (all hosts granted, open card) is never packed. */
for (const name of ['DRAGOMAN_HOSTS', 'DRAGOMAN_OPEN_CARD']) {
  if (process.env[name]) {
    console.error(`${name} is set: that is a test build, which must not be packed. Unset it and run npm run zip again.`);
    process.exit(2);
  }
}
for (const browser of ['chrome', 'firefox']) {
  const done = spawnSync('npx', ['--no-install', 'wxt', 'zip', '-b', browser], { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
