import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LANGUAGES } from '../../../src/model/ids.ts';

/** What a picture shows, from its name: `card-figure-dark`, `atlas-pair-ru`, `popup-on-firefox-kk-dark`. */
interface Shown {
  readonly file: string;
  readonly view: string;
  readonly state: string;
  readonly browser: 'Chromium' | 'Firefox';
  readonly language: string;
  readonly look: string;
}

const LOOKS = ['light', 'dark', 'forced', 'narrow', 'pseudo', 'zoom-200', 'text-200', 'rtl', 'print'];
const NAMES: Readonly<Record<string, string>> = {
  forced: 'forced colours',
  narrow: 'narrow, light',
  pseudo: 'words 40 % longer',
  'zoom-200': 'zoom 200 %',
  'text-200': 'letters 200 %',
  rtl: 'right to left',
};

export function readName(file: string): Shown {
  let rest = file.replace(/\.png$/, '');
  const take = (choices: readonly string[]): string | undefined => {
    const found = choices.find((one) => rest.endsWith(`-${one}`));
    if (found) rest = rest.slice(0, -found.length - 1);
    return found;
  };
  const look = take(LOOKS) ?? 'light';
  const language = take(LANGUAGES) ?? 'en';
  const browser = take(['firefox']) ? 'Firefox' : 'Chromium';
  const [view = '', ...state] = rest.split('-');
  return { file, view, state: state.join('-').replace('whole_', 'whole dataset: ') || 'usual', browser, language, look };
}

/** `index.html` of a folder of pictures: by view and state, each with browser, language and look. */
export function writeGallery(directory: string): void {
  const shown = readdirSync(directory)
    .filter((name) => name.endsWith('.png'))
    .map(readName);
  const by = <K extends 'view' | 'state'>(all: readonly Shown[], key: K) =>
    [...new Set(all.map((one) => one[key]))].sort().map((value) => [value, all.filter((one) => one[key] === value)] as const);
  const figure = ({ file, browser, language, look }: Shown) =>
    `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${browser} · ${language} · ${NAMES[look] ?? look}</figcaption></figure>`;
  const views = by(shown, 'view').map(
    ([view, all]) =>
      `<section id="${view}"><h2>${view}</h2>${by(all, 'state')
        .map(([state, some]) => `<h3>${state}</h3><div class="row">${some.map(figure).join('')}</div>`)
        .join('')}</section>`,
  );
  const style = `body{font:14px/1.4 system-ui;background:#e4e6ec;margin:24px;color:#16181d}nav a{margin-right:16px}
h2{margin:32px 0 0;text-transform:capitalize}h3{margin:16px 0 6px}.row{display:flex;gap:12px;overflow-x:auto;align-items:flex-start}
figure{margin:0;flex:none}img{max-width:360px;max-height:520px;border:1px solid #c5c9d3;background:#fff}figcaption{color:#4b5160}`;
  const nav = by(shown, 'view').map(([view, all]) => `<a href="#${view}">${view} (${all.length})</a>`);
  writeFileSync(
    resolve(directory, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every view and state</title><style>${style}</style>
<h1>Every view and state: ${shown.length} pictures</h1><nav>${nav.join('')}</nav>${views.join('\n')}</html>\n`,
  );
}
