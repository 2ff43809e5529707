import type { Annotation } from '../model/annotation.ts';
import type { MentionLine } from '../model/mention-line.ts';
import type { PageReport } from '../model/settings.ts';
import { differs } from './density.ts';
import type { LiveBlock } from './text-blocks.ts';

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
