import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../unit/cli/run.ts';
import { SAMPLE } from '../../unit/dataset/sample.ts';

const PAGE = `<!doctype html><html lang="en"><head><style>.late { display: none }</style>
<link rel="canonical" href="https://www.reed.example/trade/7"><meta property="article:published_time" content="2024-03-05"></head>
<body><h1>Trade of Kazakhstan</h1><p class="late">Hidden are $9 million.</p><p id="drawn"></p>
<script>document.querySelector('#drawn').innerHTML = 'Turnover reached <b>$529.4 million</b>.'</script></body></html>`;

test('annotate --browser reads what Chromium shows, the static reading what the file holds', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'page-'));
  try {
    const file = join(dir, 'page.html');
    writeFileSync(file, PAGE);
    const shown = await run('annotate', [file, '--browser', '--dataset', SAMPLE]);
    expect(shown.status, shown.err).toBe(0);
    const page = JSON.parse(shown.out);
    expect(page.text).toBe('Trade of Kazakhstan\nTurnover reached $529.4 million.');
    expect(page.article).toMatchObject({ date: '2024-03-05', outlet: 'outlet/reed-daily' });
    expect(page.annotations).toContainEqual(expect.objectContaining({ surface: '$529.4 million', start: 37, end: 51 }));
    const held = JSON.parse((await run('annotate', [file, '--dataset', SAMPLE])).out);
    expect(held.text).toBe('Trade of Kazakhstan\nHidden are $9 million.');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
