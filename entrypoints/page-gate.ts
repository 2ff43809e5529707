import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageJudgement } from '../src/article/page-kind.ts';
import { callBackground } from '../src/extension/call-background.ts';
import type { BeginReply } from '../src/extension/calls.ts';
import { isAlive } from '../src/extension/native.ts';
import { patiently } from '../src/extension/patience.ts';
import { servePage } from '../src/extension/serve-page.ts';
import { GATE_SLOT, type Gate } from '../src/model/gate-port.ts';
import { claimedLanguage, judgeDocument, whenActivated, whenArticle } from '../src/page/await-article.ts';
import { addressOf, watchFrames } from '../src/page/frames.ts';

type PageGate = Gate<PageJudgement, BeginReply>;
const world = globalThis as { [GATE_SLOT]?: PageGate; __dragomanRuns?: () => boolean };

/**
 * The small script that runs wherever articles may be read: it judges the page, and has the page script brought to those that are articles, so
 * that all other pages pay for no more than the look. docs/adr/0056.
 */
async function keepGate(end: AbortController): Promise<void> {
  const { signal } = end;
  let brought: ReturnType<PageGate['handOver']>;
  world[GATE_SLOT] = {
    isOpen: () => !signal.aborted && isAlive(),
    handOver: () => {
      end.abort();
      return brought;
    },
  };
  function bring(judgement: PageJudgement): Promise<unknown> {
    const lang = claimedLanguage(document);
    const params = {
      url: addressOf(document),
      article: judgement.isArticle,
      once: false,
      bring: true,
      ...(lang ? { lang } : {}),
    };
    const answer = patiently(() => callBackground('begin', params));
    brought = { judgement, answer };
    answer.catch(() => {
      brought = undefined;
    });
    return answer;
  }

  // A page that is rendered ahead may never be seen: until it is, nothing of it is judged or asked.
  await whenActivated(document, signal);
  const judgement = judgeDocument(document);
  if (judgement.isArticle) return void (await bring(judgement));

  const frames = new Set<number>();
  const optedOut = judgement.kind === 'opted-out';
  servePage(
    {
      summary: () => ({ article: false, once: false, optedOut, frames: [...frames] }),
      // Settings come where the reader has turned the site on: article or not, the page is read then.
      settings: () => {
        bring(judgement).catch(() => {});
        return null;
      },
      stop: () => {
        end.abort();
        return null;
      },
    },
    signal,
  );
  if (optedOut) return;
  watchFrames(document, signal, () => {
    callBackground('enterFrames', { once: false }).then(
      (ids) => {
        for (const id of ids) frames.add(id);
      },
      () => {}, // the next frame that loads asks again
    );
  });
  await bring(await whenArticle(document, signal));
}

export default defineUnlistedScript(() => {
  // Chromium puts scripts into the empty document around its PDF viewer, too.
  if (world.__dragomanRuns?.() || world[GATE_SLOT]?.isOpen() || document.contentType === 'application/pdf') return;
  const end = new AbortController();
  // A background that cannot be reached leaves the page as it was.
  keepGate(end).catch(() => end.abort());
});
