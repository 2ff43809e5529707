import { describe, expect, test, vi } from 'vitest';

/** A storage area in memory with the promises of the real one. */
function area() {
  const held = new Map<string, unknown>();
  return {
    held,
    fail: false,
    async get(key: string) {
      return held.has(key) ? { [key]: structuredClone(held.get(key)) } : {};
    },
    async set(values: Record<string, unknown>) {
      await new Promise((done) => setTimeout(done, 1));
      if (this.fail) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [key, value] of Object.entries(values)) held.set(key, structuredClone(value));
    },
    async remove(keys: string[]) {
      for (const key of keys) held.delete(key);
    },
  };
}
const { local, session } = vi.hoisted(() => ({ local: { now: undefined as unknown }, session: { now: undefined as unknown } }));
vi.mock('../../../src/extension/browser.ts', () => ({
  browser: {
    storage: {
      get local() {
        return local.now;
      },
      get session() {
        return session.now;
      },
    },
    i18n: { getUILanguage: () => 'kk-KZ' },
  },
  isFirefox: false,
}));
const { languageOf, makeSettingsStore, pageSettings } = await import('../../../src/extension/settings-store.ts');
const { readStored } = await import('../../../src/extension/settings-schema.ts');

function fresh(stored?: unknown) {
  const [a, b] = [area(), area()];
  if (stored !== undefined) a.held.set('settings', stored);
  local.now = a;
  session.now = b;
  return { store: makeSettingsStore(), local: a, session: b };
}

describe('what the store gave back', () => {
  const rows: { name: string; value: unknown; is: string; stored: object }[] = [
    { name: 'nothing yet', value: undefined, is: 'good', stored: { version: 1 } },
    { name: 'one field set', value: { version: 1, density: 'all' }, is: 'good', stored: { version: 1, density: 'all' } },
    {
      name: 'one field damaged, the other kept',
      value: { version: 1, density: 7, paused: true },
      is: 'damaged',
      stored: { version: 1, paused: true },
    },
    { name: 'a text', value: 'settings', is: 'damaged', stored: { version: 1 } },
    { name: 'no version', value: { density: 'all' }, is: 'damaged', stored: { version: 1, density: 'all' } },
    {
      name: 'a later version',
      value: { version: 9, density: 'all', aura: 3 },
      is: 'newer',
      stored: { version: 1, density: 'all' },
    },
    {
      name: 'a prototype in disguise',
      value: JSON.parse('{"version":1,"__proto__":{"paused":true}}'),
      is: 'good',
      stored: { version: 1 },
    },
    {
      name: 'a site that is no host name',
      value: { version: 1, sites: [{ site: 'java script:', state: 'on' }] },
      is: 'damaged',
      stored: { version: 1 },
    },
  ];
  test.each(rows)('$name', ({ value, is, stored }) => {
    expect(readStored(value)).toMatchObject({ is, stored });
    expect(Object.keys(readStored(value).stored).sort()).toEqual(Object.keys(stored).sort());
  });
});

describe('the settings store', () => {
  test('stores what was set and nothing else', async () => {
    const { store, local } = fresh();
    await store.set('density', 'all');
    expect(local.held.get('settings')).toEqual({ version: 1, density: 'all' });
    await store.set('density', undefined);
    expect(local.held.get('settings')).toEqual({ version: 1 });
  });

  test('commands that come at once lose nothing', async () => {
    const { store } = fresh();
    await Promise.all(Array.from({ length: 50 }, (_, i) => store.setSite(`s${i}.example`, 'off', false)));
    expect((await store.read()).settings.sites).toHaveLength(50);
  });

  test('a site set back to its default leaves no trace', async () => {
    const { store, local } = fresh();
    await store.setSite('a.example', 'off', false);
    await store.setSite('a.example', 'default', false);
    expect(local.held.get('settings')).toEqual({ version: 1, sites: [] });
  });

  test('a private window writes nothing to disk', async () => {
    const { store, local, session } = fresh();
    await store.setSite('secret.example', 'on', true);
    expect(local.held.size).toBe(0);
    expect(JSON.stringify([...session.held])).toContain('secret.example');
    expect(await store.privateSites()).toEqual([{ site: 'secret.example', state: 'on' }]);
  });

  test('damaged settings: defaults, told, kept aside, and the next change does not lose the good fields', async () => {
    const damaged = { version: 1, density: 'sometimes', paused: true };
    const { store, local } = fresh(damaged);
    expect(await store.read()).toMatchObject({ trouble: 'damaged', settings: { density: 'first', paused: true } });
    expect(local.held.get('settings-damaged')).toEqual(damaged);
    await store.set('opening', 'click');
    expect(local.held.get('settings')).toEqual({ version: 1, paused: true, opening: 'click' });
  });

  test('settings of a later version are never overwritten', async () => {
    const newer = { version: 2, density: 'all', aura: 3 };
    const { store, local } = fresh(newer);
    const commands = [() => store.set('density', 'off'), () => store.reset(), () => store.restore({ version: 1 })];
    for (const command of commands) await expect(command()).rejects.toMatchObject({ fault: 'failed' });
    expect(local.held.get('settings')).toEqual(newer);
    expect(await store.read()).toMatchObject({ trouble: 'newer', settings: { density: 'all' } });
  });

  test('a full disk is told, and what was stored stays', async () => {
    const { store, local } = fresh({ version: 1, density: 'all' });
    local.fail = true;
    await expect(store.set('density', 'off')).rejects.toMatchObject({ fault: 'failed' });
    expect(await store.read()).toMatchObject({ trouble: 'unwritable', settings: { density: 'all' } });
  });

  test('reset can be undone', async () => {
    const { store } = fresh({ version: 1, density: 'all', muted: ['country/kz'] });
    const before = await store.stored();
    await store.reset();
    await store.reset();
    expect((await store.read()).settings.muted).toEqual([]);
    expect((await store.restore(before)).muted).toEqual(['country/kz']);
  });

  test('the page is told nothing about other sites', async () => {
    const { store } = fresh({ version: 1, sites: [{ site: 'secret.example', state: 'off' }] });
    const { settings } = await store.read();
    expect(JSON.stringify(pageSettings(settings))).not.toContain('secret');
    expect(languageOf(settings)).toBe('kk');
  });
});
