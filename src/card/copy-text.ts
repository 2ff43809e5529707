import type { CardContent } from '../model/card-content.ts';
import { placesText, sourceName, valueText, whoOf } from './values.ts';
import type { CardWords } from './words.ts';

/** The card as lines of plain text to paste into notes, each fact with the address that it came from. */
export function copyText(card: CardContent, words: CardWords): string {
  const lines: string[] = [];
  if (card.kind === 'figure') {
    const what = [card.indicator?.label, placesText(card), card.reading?.period && words.period(card.reading.period)];
    lines.push([card.printed, ...what].filter(Boolean).join(', '));
    for (const line of card.reported)
      lines.push(`${valueText(line, words)}: ${whoOf(line, words)} ${line.sources[0]?.url ?? ''}`.trim());
  } else if (card.kind === 'entity') {
    lines.push(`${card.title}: ${card.line}`);
    for (const role of card.rolesAt) {
      const time = words.tenure(role.from, role.to);
      lines.push(`${role.post}, ${role.object.label}${time && ` (${time})`} ${role.sources[0]?.url ?? ''}`.trim());
    }
    for (const source of card.sources) lines.push(`${sourceName(source)} ${source.url}`);
  } else {
    lines.push(`${card.printed}: ${words.t(`claim.${card.claim}.note`)}`);
    for (const other of card.others)
      lines.push(
        [other.post, other.object?.label, other.period && words.period(other.period), ...other.sources.map((s) => s.url)]
          .filter(Boolean)
          .join(', '),
      );
  }
  lines.push(words.t('dataset', { date: words.date(card.dataset.date) }));
  return lines.join('\n');
}
