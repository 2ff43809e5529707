import type { Annotation, ClaimSide } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { Language } from '../model/ids.ts';
import type { Records } from '../model/records.ts';
import { makeLines } from './lines.ts';

/** One line of a page sheet: what the page prints, what it is, how it stands, and where to read on. Texts are facts, no sentences. */
export interface SheetRow {
  readonly kind: Annotation['kind'];
  /** As the page prints it. */
  readonly printed: string;
  /** Entity id, or indicator and places. */
  readonly id: string;
  readonly label: string;
  readonly period: string;
  /** Value and unit as read. */
  readonly value: string;
  /** Verdict of a figure, kind of a claim. */
  readonly verdict: string;
  /** What others report: value, unit and who counted. */
  readonly others: readonly string[];
  readonly sources: readonly string[];
  /** The page at this place, as a link with a text fragment; empty where the page's address is not known. */
  readonly link: string;
}

/** Rows of everything that was recognised with meaning, in document order; each entity once. */
export function sheetRows(
  annotations: readonly Annotation[],
  facts: DocumentFacts,
  records: Records,
  language: Language,
): SheetRow[] {
  const lines = makeLines(records, language);
  const seen = new Set<string>();
  const link = (surface: string) => (facts.url ? `${facts.url.replace(/#.*$/, '')}#:~:text=${fragment(surface)}` : '');
  const side = ({ post, object, period, value, unit }: ClaimSide) =>
    [post && lines.post(post), object && lines.entity(object).label, period, value, unit]
      .filter((part) => part !== undefined)
      .join(' ');
  return annotations.flatMap((a): SheetRow[] => {
    const base = {
      kind: a.kind,
      printed: a.surface,
      link: link(a.surface),
      period: '',
      value: '',
      verdict: '',
      others: [],
      sources: [],
    };
    if (a.kind === 'entity') {
      if (!a.marked || seen.has(a.entity)) return [];
      seen.add(a.entity);
      const entity = records.entity(a.entity);
      const sources = entity ? lines.sources(entity.sources).map((s) => s.url) : [];
      return [{ ...base, id: a.entity, label: lines.entity(a.entity).label, sources }];
    }
    if (a.kind === 'figure') {
      const { reading, figure } = a;
      if (!reading) return [];
      const places = [reading.geo, ...(reading.partner ? [reading.partner] : [])];
      const value = figure.range ? figure.range.join('–') : figure.value;
      return [
        {
          ...base,
          id: [reading.indicator, ...places].join(' '),
          label: [lines.indicator(reading.indicator).label, ...places.map((p) => lines.entity(p).label)].join(', '),
          period: reading.period ?? '',
          value: [value, figure.currency ?? figure.unit ?? ''].join(' ').trim(),
          verdict: reading.verdict,
          others: reading.observations.map((o) => [o.value, o.unit, lines.basis(o.basis)?.label ?? ''].join(' ').trim()),
          sources: [...new Set(reading.observations.map((o) => o.url))],
        },
      ];
    }
    return [
      {
        ...base,
        id: a.about ?? '',
        label: a.about ? lines.entity(a.about).label : '',
        value: side(a.says),
        verdict: a.claim,
        others: a.others.map(side),
        sources: [...new Set(a.others.flatMap((o) => o.sources.map((s) => s.url)))],
      },
    ];
  });
}

/** Percent-encodes a text fragment; hyphen and comma have a meaning of their own there. */
function fragment(surface: string): string {
  // A lone surrogate has no encoding: it is left out.
  return encodeURIComponent(surface.replace(/\p{Surrogate}/gu, '')).replace(/-/g, '%2D');
}
