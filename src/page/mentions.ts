import type { Annotation } from '../model/annotation.ts';
import type { PageReport } from '../model/settings.ts';
import { differs } from './density.ts';
import type { LiveBlock } from './text-blocks.ts';

/** A line of the side panel's list. */
export interface MentionLine {
  readonly id: string;
  readonly kind: Annotation['kind'];
  /** As the page prints it. */
  readonly surface: string;
  /** Entities: its id; claims: whom it is about. */
  readonly entity?: string;
  /** English label of the entity. */
  readonly name?: string;
  /** Figures that were understood. */
  readonly indicator?: string;
  readonly section: number;
  readonly article: number;
  readonly differs: boolean;
  /** Marked on the page at the density that is set. */
  readonly marked: boolean;
}

export function mentionLine(annotation: Annotation, block: LiveBlock, marked: boolean): MentionLine {
  const { id, kind, surface } = annotation;
  const line = { id, kind, surface, section: block.section, article: block.article, differs: differs(annotation), marked };
  if (annotation.kind === 'entity') return { ...line, entity: annotation.entity, name: annotation.name };
  if (annotation.kind === 'claim') return { ...line, entity: annotation.about };
  return { ...line, indicator: annotation.reading?.indicator };
}

export function countReport(lines: readonly MentionLine[], limits: PageReport['limits']): PageReport {
  const count = (test: (line: MentionLine) => boolean): number => lines.reduce((sum, line) => sum + (test(line) ? 1 : 0), 0);
  return {
    names: count(({ kind }) => kind === 'entity'),
    figures: count(({ kind }) => kind === 'figure'),
    differ: count((line) => line.differs),
    marks: count(({ marked }) => marked),
    limits,
  };
}
