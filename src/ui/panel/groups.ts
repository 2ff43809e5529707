import type { EntityId } from '../../model/ids.ts';
import type { MentionLine } from '../../model/mention-line.ts';
import type { PanelState } from './port.ts';

export const FILTERS = ['all', 'names', 'figures', 'differ'] as const;
export type Filter = (typeof FILTERS)[number];

/** A row of the list: all mentions of one entity together, each figure and claim alone. In order of first mention. */
export interface Group {
  /** Id of the first mention. */
  readonly key: string;
  readonly label: string;
  readonly entity?: EntityId;
  readonly mentions: readonly MentionLine[];
  readonly differs: boolean;
}

const fits: Record<Filter, (line: MentionLine) => boolean> = {
  all: () => true,
  names: (line) => line.kind === 'entity',
  figures: (line) => line.kind !== 'entity',
  differ: (line) => line.differs,
};

export function groupMentions(state: Pick<PanelState, 'mentions' | 'labels'>, filter: Filter): readonly Group[] {
  const groups = new Map<string, MentionLine[]>();
  for (const line of state.mentions) {
    if (!fits[filter](line)) continue;
    const key = line.kind === 'entity' && line.entity ? line.entity : line.id;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].map((mentions) => {
    const first = mentions[0]!;
    const named = first.kind === 'entity' ? first.entity : undefined;
    return {
      key: first.id,
      label: named ? (state.labels[named] ?? first.name ?? first.surface) : first.surface,
      ...(named ? { entity: named } : {}),
      mentions,
      differs: mentions.some((line) => line.differs),
    };
  });
}
