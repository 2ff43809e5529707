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

/** What badge and popup say of the page, from the annotations that may be marked. */
export function countReport(
  annotations: readonly Annotation[],
  isMarked: (id: string) => boolean,
  limits: PageReport['limits'],
): PageReport {
  let [names, figures, differ, marks] = [0, 0, 0, 0];
  for (const annotation of annotations) {
    if (annotation.kind === 'entity') names += 1;
    else if (annotation.kind === 'figure') figures += 1;
    if (differs(annotation)) differ += 1;
    if (isMarked(annotation.id)) marks += 1;
  }
  return { names, figures, differ, marks, limits };
}
