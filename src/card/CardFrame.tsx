import type { CardContent } from '../model/card-content.ts';
import { type Act, trusted } from './act.ts';
import { Card } from './Card.tsx';
import { Icon } from './icons.tsx';
import type { CardWords } from './words.ts';

export const TITLE_ID = 'title';
/** One arrow key, with and without Shift, in CSS pixels. */
const STEP = 16;
const LEAP = 64;

export interface FrameProps {
  readonly content: CardContent | 'loading' | 'unreachable';
  readonly words: CardWords;
  readonly act: Act;
  readonly pinned: boolean;
  readonly canGoBack: boolean;
  /** By CSS pixels, from drag or arrow keys. */
  readonly onMove: (dx: number, dy: number) => void;
}

/** The card as it floats: its tools, and notices in place of content. */
export function CardFrame(props: FrameProps) {
  const { content, words, act, canGoBack } = props;
  const tools = <Tools {...props} />;
  if (typeof content === 'string')
    return (
      <div class="card-inner notice">
        <p id={TITLE_ID} role="status">
          {words.t(content)}
          {content === 'unreachable' && <span class="by">{words.t('unreachable.cure')}</span>}
        </p>
        {tools}
      </div>
    );
  return <Card content={content} words={words} act={act} titleId={TITLE_ID} tools={tools} own={!canGoBack} />;
}

function Tools({ content, words, act, pinned, canGoBack, onMove }: FrameProps) {
  const { t } = words;
  return (
    <div class="tools">
      {canGoBack && (
        <button type="button" title={t('back')} aria-label={t('back')} onClick={trusted(() => act({ type: 'back' }))}>
          <Icon name="back" />
        </button>
      )}
      {typeof content !== 'string' && (
        <>
          <button
            type="button"
            class="pin"
            title={t('pin')}
            aria-label={t('pin')}
            aria-pressed={pinned}
            onClick={trusted(() => act({ type: 'pin', pinned: !pinned }))}
          >
            <Icon name="pin" />
          </button>
          <MoveHandle label={t('move')} onMove={onMove} />
        </>
      )}
      <button type="button" title={t('close')} aria-label={t('close')} onClick={trusted(() => act({ type: 'close' }))}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function MoveHandle({ label, onMove }: { readonly label: string; readonly onMove: FrameProps['onMove'] }) {
  const drag = trusted((event: PointerEvent) => {
    const handle = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') handle.setPointerCapture(event.pointerId);
    else if (handle.hasPointerCapture(event.pointerId)) onMove(event.movementX, event.movementY);
  });
  const keys = trusted((event: KeyboardEvent) => {
    const by = event.shiftKey ? LEAP : STEP;
    const [dx, dy] = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[event.key] ?? [0, 0];
    if (!dx && !dy) return;
    event.preventDefault();
    onMove(dx!, dy!);
  });
  return (
    <button
      type="button"
      class="move"
      title={label}
      aria-label={label}
      onPointerDown={drag}
      onPointerMove={drag}
      onKeyDown={keys}
    >
      <Icon name="move" />
    </button>
  );
}
