import type { FigureCard, Labelled, SourceLink, ValueLine } from '../model/card-content.ts';
import { DotPlot } from './DotPlot.tsx';
import { Note, Out, Related, Section, Sources } from './parts.tsx';
import { SeriesChart } from './SeriesChart.tsx';
import { figureText, valueText, whoOf } from './values.ts';
import { suspectedText, verdictText } from './verdict.ts';
import type { CardWords } from './words.ts';

interface Props {
  readonly card: FigureCard;
  readonly words: CardWords;
}

/** Values of other times or kinds at the first glance. */
const BESIDE = 3;

/** As printed → how we read it → what it is → the verdict → elsewhere → the series → in context. */
export function FigureBody({ card, words }: Props) {
  const { t } = words;
  const verdict = verdictText(card, words);
  const value = card.figure.value ?? (card.figure.range && (card.figure.range[0] + card.figure.range[1]) / 2);
  const level = value !== undefined && !card.reading?.change;
  const unit =
    card.reported[0]?.unit ?? card.suspected?.unit ?? card.beside[0]?.unit ?? card.figure.currency ?? card.figure.unit ?? '';
  const plain = card.reading?.status === 'actual' && !card.suspected;
  const plot = level && card.reported.length > 0;
  return (
    <>
      <HowRead card={card} words={words} />
      {!(card.suspected && card.reading?.verdict === 'not-comparable') && (
        <Note tone={verdict.tone}>
          {verdict.head && <b>{verdict.head}</b>}
          {verdict.text}
        </Note>
      )}
      {card.suspected && <Suspected suspected={card.suspected} period={card.reading?.period} words={words} />}
      {card.dataset.olderThanArticle && <Note tone="care">{t('older', { date: words.date(card.dataset.date) })}</Note>}
      {card.scope && !plot && <p class="by scope">{card.scope}</p>}
      {plot && (
        <Section title={t('reported')} under={card.scope}>
          <DotPlot printed={{ value, text: figureText(card.figure, words) }} values={card.reported} words={words} />
        </Section>
      )}
      {card.outcome && (
        <Section title={t(card.outcome.due ? 'outcome.due' : 'outcome.open')}>
          <Values lines={card.outcome.values} words={words} />
        </Section>
      )}
      {card.beside.length > 0 && (
        <Section title={t('beside')}>
          <Values lines={card.beside.slice(0, BESIDE)} words={words} />
        </Section>
      )}
      {card.series.length > 0 && <Series card={card} words={words} unit={unit} page={level && plain ? value : undefined} />}
      <Context card={card} words={words} />
      <Related articles={card.related} words={words} />
    </>
  );
}

interface SuspectedProps {
  readonly suspected: NonNullable<FigureCard['suspected']>;
  readonly period: string | undefined;
  readonly words: CardWords;
}

/** Another unit would fit: said once in a sentence, with the values that show it behind. */
function Suspected({ suspected, period, words }: SuspectedProps) {
  return (
    <>
      <Note tone="care">
        <b>{words.t('suspected.head')}</b>
        {suspectedText(suspected, period, words)}
      </Note>
      {suspected.values.length > 1 && (
        <details>
          <summary>{words.t('suspected.list')}</summary>
          <Values lines={suspected.values} words={words} />
        </details>
      )}
    </>
  );
}

/** On one line or two: the value as understood, its time, who said it, who counted. */
function HowRead({ card, words }: Props) {
  const { t } = words;
  const { reading } = card;
  const value = figureText(card.figure, words);
  const change = reading?.change && t(reading.change.by === 'percent' ? 'changeBy' : 'changeTimes', { value });
  const status = reading && reading.status !== 'actual' && t(`status.${reading.status}`);
  const read = [change || value, reading?.period && words.period(reading.period), status].filter(Boolean).join(' · ');
  const rows = [
    [t('readAs'), read],
    [t('saidBy'), card.saidBy],
    [t('countedBy'), reading && (card.countedBy?.label ?? t('notSaid'))],
  ];
  return (
    <dl class="read">
      {rows.map(
        ([name, what]) =>
          what && (
            <div>
              <dt>{name}</dt> <dd>{what}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Values({ lines, words }: { readonly lines: readonly ValueLine[]; readonly words: CardWords }) {
  return (
    <ul class="latest">
      {lines.map((line) => (
        <Beside key={line.id} line={line} words={words} />
      ))}
    </ul>
  );
}

function Beside({ line, words }: { readonly line: ValueLine; readonly words: CardWords }) {
  return (
    <li>
      <span class="what">
        {words.capital([line.period && words.period(line.period), words.t(`status.${line.status}`)].filter(Boolean).join(' · '))}
      </span>
      <b class="num">{valueText(line, words)}</b>
      <span class="by">
        {line.basis && line.basis.id !== 'unknown' && `${line.basis.label} · `}
        <Sources sources={line.sources.slice(0, 1)} words={words} />
      </span>
    </li>
  );
}

function Series({ card, words, unit, page }: Props & { readonly unit: string; readonly page?: number }) {
  const period = card.reading?.period;
  return (
    <Section title={words.t('series')}>
      <SeriesChart
        series={card.series}
        unit={unit}
        words={words}
        page={page !== undefined && period ? { period, value: page } : undefined}
      />
    </Section>
  );
}

function Context({ card, words }: Props) {
  const { t } = words;
  const { change, shareOfGdp, perHead, inCurrencies, target } = card.context;
  const rows: (readonly [string, preact.ComponentChildren])[] = [];
  if (change) {
    const sign = change.ratio > 0 ? '+' : '';
    const against = change.against.period ? words.period(change.against.period) : '';
    rows.push([
      t('context.change', { period: against }),
      <>
        <b>
          {sign}
          {words.percent(change.ratio * 100, 3)}
        </b>{' '}
        <span class="by">{`${valueText(change.against, words)} · ${whoOf(change.against, words)}`}</span>
      </>,
    ]);
  }
  const each = (name: 'context.gdp' | 'context.perHead', all: readonly { value: string; of: Labelled; source: SourceLink }[]) => {
    if (!all.length) return;
    const line = ({ value, of, source }: (typeof all)[number], i: number) => (
      <>
        {i > 0 && <br />}
        <b>{value}</b> {of.label} <Sources sources={[source]} words={words} />
      </>
    );
    rows.push([t(name), all.map(line)]);
  };
  each(
    'context.gdp',
    shareOfGdp.map((one) => ({ ...one, value: words.percent(one.ratio * 100, 2) })),
  );
  each(
    'context.perHead',
    perHead.map((one) => ({ ...one, value: words.quantity(one.value, one.unit, 3) })),
  );
  if (inCurrencies.length)
    rows.push([
      t('context.currency'),
      inCurrencies.map((one, i) => (
        <>
          {i > 0 && ' · '}
          <Out url={one.source.url} words={words} class="quiet">
            {words.money(one.value, one.currency, 3)}
          </Out>
        </>
      )),
    ]);
  if (target)
    rows.push([
      t('context.target'),
      <>
        <b>{valueText(target, words)}</b> {target.period && words.period(target.period)}{' '}
        <Sources sources={target.sources.slice(0, 1)} words={words} />
      </>,
    ]);
  if (!rows.length) return null;
  return (
    <Section title={t('context')}>
      <dl class="facts">
        {rows.map(([name, what]) => (
          <>
            <dt>{name}</dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
    </Section>
  );
}
