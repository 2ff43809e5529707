import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContent } from '../../model/card-content.ts';
import type { CardAction } from '../../model/card-port.ts';
import { type EntityId, typeOf } from '../../model/ids.ts';
import type { Group } from './groups.ts';
import type { PanelPort } from './port.ts';
import type { PanelWords } from './words.ts';

interface Props {
  readonly group: Group;
  /** The mention that the page shows now. */
  readonly at?: string;
  readonly words: PanelWords;
  readonly port: PanelPort;
  readonly onJump: (id: string) => void;
  readonly onMute: (entity: EntityId) => void;
}

/** One name with all its mentions, or one figure: jump to it, or open its card in place. */
export function MentionGroup({ group, at, words, port, onJump, onMute }: Props) {
  const { t } = words;
  const [open, setOpen] = useState(false);
  const first = group.mentions[0]!;
  const current = group.mentions.find((line) => line.id === at);
  /** Jumping again goes to the next mention of the same name. */
  const next = group.mentions[(group.mentions.findIndex((line) => line.id === at) + 1) % group.mentions.length]!;
  const cardId = `card-${group.key}`;
  return (
    <li class={current ? 'group current' : 'group'} aria-current={current ? 'location' : undefined}>
      <div class="entry">
        <button type="button" class="jump" title={t('jump')} onClick={() => onJump(next.id)}>
          <span class={`mark ${first.kind === 'entity' ? 'entity' : group.differs ? 'differs' : 'figure'}`}>{group.label}</span>
          <span class="small">
            {first.kind === 'entity' && group.entity
              ? t(`type.${typeOf(group.entity)}`)
              : t(first.kind === 'claim' ? 'kind.claim' : 'kind.figure')}
          </span>
          {group.mentions.length > 1 && <span class="small">{t('mentions', { n: group.mentions.length })}</span>}
          {group.differs && <span class="differs-tag">{t('verdict.outside')}</span>}
        </button>
        <button
          type="button"
          class="text-button"
          aria-expanded={open}
          aria-controls={cardId}
          aria-label={`${t('card')}: ${group.label}`}
          onClick={() => setOpen(!open)}
        >
          {t('card')}
        </button>
      </div>
      <div id={cardId} hidden={!open}>
        {open && (
          <>
            <InlineCard id={first.id} words={words} port={port} onClose={() => setOpen(false)} />
            {group.entity && (
              <button type="button" class="text-button quiet" onClick={() => onMute(group.entity!)}>
                {t('mute')}
              </button>
            )}
          </>
        )}
      </div>
    </li>
  );
}

function InlineCard(props: {
  readonly id: string;
  readonly words: PanelWords;
  readonly port: PanelPort;
  readonly onClose: () => void;
}) {
  const { id, words, port, onClose } = props;
  const root = useRef<HTMLDivElement>(null);
  const [stack, setStack] = useState<readonly CardContent[]>([]);
  const [problem, setProblem] = useState<string>();
  const fetchCard = (entity?: EntityId) =>
    port.card(id, entity).then(
      (content) => setStack((old) => [...old, content]),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  useEffect(() => void fetchCard(), [id]);
  const content = stack.at(-1);
  useEffect(() => {
    if (!content || !root.current) return;
    const act = (action: CardAction) => {
      if (action.type === 'open-entity') void fetchCard(action.id as EntityId);
      else if (action.type === 'atlas') port.openAtlas(action.route);
      else if (action.type === 'close') onClose();
      else if (action.type === 'not-this' && content.kind === 'entity') void port.hide(content.entity, action.undo);
    };
    return port.drawCard(root.current, content, { language: words.language, act, own: stack.length === 1 });
  }, [content]);
  return (
    <div class="inline-card">
      {stack.length > 1 && (
        <button type="button" class="text-button" onClick={() => setStack(stack.slice(0, -1))}>
          <span aria-hidden="true">←</span> {words.t('back')}
        </button>
      )}
      {problem && <p class="care">{problem}</p>}
      <div ref={root} />
    </div>
  );
}
