import type { PageReport } from '../model/settings.ts';
import { browser } from './browser.ts';

const icon = (state: 'on' | 'off') => ({ 16: `icons/${state}-16.png`, 32: `icons/${state}-32.png` });

/** Badge of one tab: how many marks. The browser itself resets it when the tab goes elsewhere. */
export async function showReport(tabId: number, report: PageReport): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#1d3fa8' });
  await browser.action.setBadgeText({ tabId, text: report.marks ? String(report.marks) : '' });
  await browser.action.setIcon({ tabId, path: icon('on') });
}

export async function showOff(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' });
  await browser.action.setIcon({ tabId, path: icon('off') });
}
