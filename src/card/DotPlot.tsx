import type { ValueLine } from '../model/card-content.ts';
import { Out } from './parts.tsx';
import { groupValues, type ValueGroup, whoOf } from './values.ts';
import type { CardWords } from './words.ts';

/** Different values that a card has room for; the atlas shows the rest. */
const ROWS = 6;
/** Names that a row has room for. */
const NAMES = 2;
/** Room at both ends of the scale, in percent of its width. */
const MARGIN = 2;

/**
 * Every reported value on one scale, a row each: who, the number, a dot. It is a list, so it needs no other text; a tick in every row
 * stands where this page's value does, and the eye sees who is left and who is right of it. Equal values share a row.
 */
export function DotPlot(props: {
  readonly printed: { readonly value: number; readonly text: string };
  readonly values: readonly ValueLine[];
  readonly words: CardWords;
}) {
  const { printed, words } = props;
  const near = groupValues(props.values, words)
    .sort((a, b) => Math.abs(a.value - printed.value) - Math.abs(b.value - printed.value))
    .slice(0, ROWS);
  const rows: ValueGroup[] = [{ ...printed, lines: [] }, ...near].sort((a, b) => a.value - b.value);
  const [low, high] = [rows[0]!.value, rows.at(-1)!.value];
  const at = (value: number) => `${high === low ? 50 : MARGIN + ((value - low) / (high - low)) * (100 - 2 * MARGIN)}%`;
  const more = props.values.length - near.reduce((n, { lines }) => n + lines.length, 0);
  return (
    <>
      <ul class="dots">
        {rows.map(({ value, text, lines }) => (
          <li key={lines[0]?.id} class={lines.length ? undefined : 'here'}>
            {lines.length ? <Who lines={lines} words={words} /> : <span>{words.capital(words.t('thisPage'))}</span>}
            <span class="num">{text}</span>
            <svg width="100%" height="12" aria-hidden="true" focusable="false">
              <line class="rail" x1="0" x2="100%" y1="6" y2="6" />
              <line class="ours" x1={at(printed.value)} x2={at(printed.value)} y1="0" y2="12" />
              <circle cx={at(value)} cy="6" r={lines.length ? 4.5 : 6} />
            </svg>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="by">{words.t('moreValues', { n: more })}</p>}
    </>
  );
}

/** Who reports a value, each once, with what must be known of it. */
function Who({ lines, words }: { readonly lines: readonly ValueLine[]; readonly words: CardWords }) {
  const voices = [...new Map(lines.map((line) => [whoOf(line, words), line])).entries()];
  const copies = lines.reduce((n, line) => n + (line.copies ?? 0), 0);
  const status = lines.find((line) => line.status !== 'official' && line.status !== 'reported')?.status;
  const qualities = [
    status && words.t(`status.${status}`),
    lines.some((line) => line.suspected) && words.t('suspected'),
    copies > 0 && words.t('copies', { n: copies }),
  ].filter(Boolean);
  return (
    <span>
      {voices.slice(0, NAMES).map(([name, line], i) => (
        <>
          {i > 0 && ' · '}
          {line.sources[0] ? (
            <Out url={line.sources[0].url} words={words}>
              {name}
            </Out>
          ) : (
            name
          )}
        </>
      ))}
      {voices.length > NAMES && ` +${voices.length - NAMES}`}
      {qualities.length > 0 && <span class="by">{qualities.join(' · ')}</span>}
    </span>
  );
}
