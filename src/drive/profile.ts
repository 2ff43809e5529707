import { rmSync } from 'node:fs';

/** How long a browser that has ended may still write into its profile, and how often that is looked at, in ms: its helper processes end after it, on a busy machine seconds later. */
const LATE = 20_000;
const AGAIN = 200;

/** Removes a directory that a browser has used. Node's own retries try the directory alone, and never see a file that was written meanwhile. */
export async function removeProfile(profile: string): Promise<void> {
  const end = Date.now() + LATE;
  for (;;) {
    try {
      rmSync(profile, { recursive: true, force: true });
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  }
}
