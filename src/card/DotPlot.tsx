import type { ValueLine } from '../model/card-content.ts';
import { Out } from './parts.tsx';
import { valueText, whoOf } from './values.ts';
import type { CardWords } from './words.ts';

/** Rows that a card has room for; the atlas shows the rest. */
const ROWS = 8;
/** Room at both ends of the scale, in percent of its width. */
const MARGIN = 8;

interface Row {
  readonly line?: ValueLine;
  readonly value: number;
  readonly label: string;
  readonly text: string;
}

/**
 * Every reported value on one scale, a row each: who, a dot, the number. It is a table, so it needs no other text; the thin line
 * runs through this page's value in all rows, and the eye sees who is left and who is right of it.
 */
export function DotPlot(props: {
  readonly printed: { readonly value: number; readonly text: string };
  readonly values: readonly ValueLine[];
  readonly words: CardWords;
}) {
  const { printed, words } = props;
  const near = [...props.values]
    .sort((a, b) => Math.abs(a.value - printed.value) - Math.abs(b.value - printed.value))
    .slice(0, ROWS);
  const rows: Row[] = [
    { value: printed.value, label: words.capital(words.t('thisPage')), text: printed.text },
    ...near.map((line) => ({ line, value: line.value, label: whoOf(line, words), text: valueText(line, words) })),
  ].sort((a, b) => a.value - b.value);
  const [low, high] = [rows[0]!.value, rows.at(-1)!.value];
  const at = (value: number) => `${high === low ? 50 : MARGIN + ((value - low) / (high - low)) * (100 - 2 * MARGIN)}%`;
  const more = props.values.length - near.length;
  return (
    <>
      <table class="dots">
        <tbody>
          {rows.map((row) => (
            <tr key={row.line?.id ?? 'page'} class={row.line ? undefined : 'here'}>
              <th scope="row">
                {row.line?.sources[0] ? (
                  <Out url={row.line.sources[0].url} words={words}>
                    {row.label}
                  </Out>
                ) : (
                  row.label
                )}
                <Qualities line={row.line} words={words} />
              </th>
              <td class="scale" aria-hidden="true">
                <svg width="100%" height="100%" aria-hidden="true" focusable="false">
                  <line class="rail" x1="0" x2="100%" y1="50%" y2="50%" />
                  <line class="ours" x1={at(printed.value)} x2={at(printed.value)} y1="0" y2="100%" />
                  <circle cx={at(row.value)} cy="50%" r={row.line ? 4.5 : 6} />
                </svg>
              </td>
              <td class="num">{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="by">{words.t('moreValues', { n: more })}</p>}
    </>
  );
}

function Qualities({ line, words }: { readonly line?: ValueLine; readonly words: CardWords }) {
  if (!line) return null;
  const text = [
    line.status !== 'official' && line.status !== 'reported' && words.t(`status.${line.status}`),
    line.suspected && words.t('suspected'),
    line.copies && line.copies > 0 && words.t('copies', { n: line.copies }),
  ]
    .filter(Boolean)
    .join(' · ');
  return text ? <span class="by">{text}</span> : null;
}
