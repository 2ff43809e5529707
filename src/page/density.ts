import type { Annotation, FigureAnnotation } from '../model/annotation.ts';
import type { BlockRole } from '../model/document.ts';
import type { PageSettings } from '../model/settings.ts';

/** What density asks of a block. */
export interface Standing {
  readonly id: string;
  readonly role: BlockRole;
  readonly section: number;
  readonly article: number;
}

export interface Choice {
  readonly settings: Pick<PageSettings, 'density' | 'kinds' | 'muted'>;
  /** Entities and annotations that the reader put away on this page. */
  readonly hidden: ReadonlySet<string>;
  /** Ids of marks that stood on the screen: they stay as long as they may be marked at all. */
  readonly shown: ReadonlySet<string>;
  /** Can a reader see the text? Asked for what would be marked only. */
  readonly isSeen: (annotation: Annotation) => boolean;
}

/** May the annotation be marked at all, whatever the density? */
export function isEligible(annotation: Annotation, { settings, hidden }: Pick<Choice, 'settings' | 'hidden'>): boolean {
  const { kinds, muted } = settings;
  if (hidden.has(annotation.id)) return false;
  const figures = kinds.includes('figures') || kinds.includes('all-figures');
  switch (annotation.kind) {
    case 'entity':
      return kinds.includes('names') && annotation.marked && !muted.includes(annotation.entity) && !hidden.has(annotation.entity);
    case 'figure':
      if (annotation.marked) return figures;
      return kinds.includes('all-figures') && annotation.figure.kind !== 'period' && annotation.figure.kind !== 'number';
    case 'claim':
      if (annotation.about && (muted.includes(annotation.about) || hidden.has(annotation.about))) return false;
      return annotation.marked && (annotation.claim === 'role' ? kinds.includes('names') : figures);
  }
}

/**
 * The annotations to mark: a pure function of document order over final annotations. `first` marks the first mention in each article,
 * `section` the first in each section; the headline and each caption are sections of their own in both. Claims are always marked.
 */
export function chooseMarks(
  annotations: readonly Annotation[],
  standing: (block: string) => Standing | undefined,
  choice: Choice,
): Annotation[] {
  const { density } = choice.settings;
  if (density === 'off') return [];
  const said = new Set<string>();
  return annotations.filter((annotation) => {
    const block = standing(annotation.block);
    if (!block || !isEligible(annotation, choice)) return false;
    const stays = choice.shown.has(annotation.id);
    const thing = thingOf(annotation);
    if (density === 'all' || thing === undefined) return stays || choice.isSeen(annotation);
    const key = `${scopeOf(block, density)} ${thing}`;
    const first = !said.has(key);
    if (!first && !stays) return false;
    if (!stays && !choice.isSeen(annotation)) return false;
    said.add(key);
    return true;
  });
}

function scopeOf({ id, role, section, article }: Standing, density: 'first' | 'section'): string {
  if (role === 'headline') return `${article} headline`;
  if (role === 'caption') return `${article} caption ${id}`;
  return density === 'first' ? `${article}` : `${article} ${section}`;
}

/** What is mentioned; undefined where each mention counts. */
function thingOf(annotation: Annotation): string | undefined {
  if (annotation.kind === 'entity') return annotation.entity;
  if (annotation.kind === 'claim' || !annotation.reading) return undefined;
  const { indicator, geo, partner, period } = annotation.reading;
  const { value, range, unit, currency } = annotation.figure;
  return [indicator, geo, partner, period, value ?? range?.join('-'), unit ?? currency].join(' ');
}

/** A figure that stands apart from what others report, or whose unit does. */
export function differs(annotation: Annotation): boolean {
  if (annotation.kind === 'claim') return true;
  return annotation.kind === 'figure' && hasDifference(annotation);
}

function hasDifference({ reading }: FigureAnnotation): boolean {
  return reading !== null && (reading.verdict === 'outside' || reading.suspected !== undefined);
}
