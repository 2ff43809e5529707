import { DriveError } from './browser.ts';

/** Code points by which WebDriver names keys that write nothing (W3C WebDriver, "keyboard actions"). */
const NAMED: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

export interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

/** `Shift+Tab` → Shift down, Tab down, Tab up, Shift up. Throws `DriveError` on a name that is no key. */
export function keyActions(key: string): KeyAction[] {
  const values = key.split('+').map((part) => {
    const value = NAMED[part] ?? (part.length === 1 ? part : undefined);
    if (value === undefined) throw new DriveError(`No key is called ${part}`);
    return value;
  });
  return [
    ...values.map((value) => ({ type: 'keyDown', value }) as const),
    ...values.reverse().map((value) => ({ type: 'keyUp', value }) as const),
  ];
}
