import type { PageReport, SiteReason, SiteState } from '../model/settings.ts';
import { browser } from './browser.ts';

/** `unavailable`: no switch of ours could help on this page. */
export type Light = 'on' | 'off' | 'unavailable';
/** What the button is called in each state, for whoever hears it instead of seeing it. */
export type ToolbarWords = Readonly<Record<Light, string>>;

const HOPELESS: readonly SiteReason[] = ['off-forbidden', 'off-opted-out'];
const BADGE = '#1d3fa8';

export const lightOf = ({ on, reason }: Pick<SiteState, 'on' | 'reason'>): Light =>
  on ? 'on' : HOPELESS.includes(reason) ? 'unavailable' : 'off';

/** The button of one tab. The browser itself resets all of it when the tab goes elsewhere; a tab that is gone by now is nobody's loss. */
export interface Toolbar {
  show(tabId: number, light: Light): Promise<void>;
  /** On, with the number of marks as badge. */
  report(tabId: number, report: PageReport): Promise<void>;
  /** Has a page reported since the tab last went elsewhere? As far as this run of the background knows. */
  hasReport(tabId: number): boolean;
  /** The tab goes elsewhere, or is gone. */
  forget(tabId: number): void;
}

export function makeToolbar(words: () => Promise<ToolbarWords>): Toolbar {
  const reported = new Set<number>();
  async function show(tabId: number, light: Light): Promise<void> {
    if (light !== 'on') reported.delete(tabId);
    const title = (await words())[light];
    await Promise.all([
      browser.action.setIcon({ tabId, path: { 16: `icons/${light}-16.png`, 32: `icons/${light}-32.png` } }),
      browser.action.setTitle({ tabId, title }),
      ...(light === 'on' ? [] : [browser.action.setBadgeText({ tabId, text: '' })]),
    ]).catch(() => {});
  }
  return {
    show,
    async report(tabId, { marks }) {
      reported.add(tabId);
      await Promise.all([
        show(tabId, 'on'),
        browser.action.setBadgeBackgroundColor({ tabId, color: BADGE }),
        browser.action.setBadgeText({ tabId, text: marks ? String(marks) : '' }),
      ]).catch(() => {});
    },
    hasReport: (tabId) => reported.has(tabId),
    forget: (tabId) => void reported.delete(tabId),
  };
}
