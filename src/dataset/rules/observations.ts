import { typeOf } from '../../model/ids.ts';
import type { Indicator, Observation } from '../../model/indicator.ts';
import { dayNumber, formatPeriod, parsePeriod } from '../../model/period.ts';
import { addressKey } from '../address.ts';
import { seriesKeysOf } from '../derive.ts';
import type { Ground, Report, Rule } from './rule.ts';

const FUTURE = new Set(['plan', 'target', 'forecast']);
/** Counts of a period are printed some days before it ends ("in January–August", on 30 August); a month early they are no counts. */
const EARLY_DAYS = 31;

/** Values: dimensions, range, unit; targets apart from actuals; misprints without a person; one record a value. */
export const checkObservations: Rule = ({ dataset, indicators, has }, report) => {
  const meant = new Map(dataset.observations.map((o) => [o.id, o]));
  const seen = new Map<string, string>();
  const preferred = new Map<string, string>();
  for (const o of dataset.observations) {
    const indicator = indicators.get(o.indicator);
    if (!indicator) continue;
    checkDimensions(o, indicator, report);
    checkStatus(o, indicator, dataset.about.date, report);
    if (o.status === 'misprint' || o.correctionOf || o.suspected) checkMisprint(o, meant, has, report);
    else {
      const { min, max } = indicator.plausible;
      if (o.value < min || o.value > max)
        report(
          'observation',
          o.id,
          ['value'],
          `${o.value} is outside the plausible ${min} to ${max}: mend it, widen the indicator's range, or write status misprint`,
        );
      if (o.unit !== indicator.unit)
        report(
          'observation',
          o.id,
          ['unit'],
          `is ${o.unit}, but ${o.indicator} is counted in ${indicator.unit}: convert the value`,
        );
    }
    const key = `${seriesKeysOf(o, indicators).sort()[0]} ${o.period ? formatPeriod(parsePeriod(o.period)!) : ''} ${o.basis}`;
    const same = `${key} ${o.value} ${o.unit} ${o.status} ${o.comparator} ${o.assertedBy ?? ''}`;
    if (seen.has(same))
      report('observation', o.id, [], `says the same as ${seen.get(same)}: keep one record and list all articles in it`);
    seen.set(same, o.id);
    if (o.rank === 'preferred') {
      if (preferred.has(key))
        report(
          'observation',
          o.id,
          ['rank'],
          `is preferred beside ${preferred.get(key)} of the same count and period: prefer one`,
        );
      preferred.set(key, o.id);
    }
  }
  checkArticleAddresses(dataset.articles, report);
};

function checkDimensions(o: Observation, indicator: Indicator, report: Report): void {
  const { geoTypes, partnerTypes = [], requires, symmetric } = indicator;
  const fits = (geo: string, partner: string | undefined) =>
    geoTypes.includes(typeOf(geo as Observation['geo'])) &&
    (!partner || partnerTypes.includes(typeOf(partner as Observation['geo'])));
  if (!fits(o.geo, o.partner) && !(symmetric && o.partner && fits(o.partner, o.geo)))
    report(
      'observation',
      o.id,
      ['geo'],
      `${[o.geo, o.partner].filter(Boolean).join(' with ')} is no pair for ${o.indicator}: allow the type in indicators.yaml, or mend the row`,
    );
  if (requires.includes('partner') && !o.partner)
    report('observation', o.id, ['partner'], `is missing: ${o.indicator} asks for it`);
  if (requires.includes('period') && !o.period && !FUTURE.has(o.status))
    report('observation', o.id, ['period'], `is missing: ${o.indicator} asks for it`);
  if (o.partner === o.geo) report('observation', o.id, ['partner'], 'is the same as geo: mend one of them');
}

function checkStatus(o: Observation, indicator: Indicator, datasetDate: string, report: Report): void {
  if (o.status === 'target' && indicator.target)
    report('observation', o.id, ['status'], `is target among the actuals: move the row to observations/${indicator.target}.csv`);
  if (o.status === 'misprint' || FUTURE.has(o.status)) return;
  if (indicator.nature === 'target') {
    report(
      'observation',
      o.id,
      ['status'],
      `is ${o.status}, but ${o.indicator} holds targets: write target, plan or forecast, or move the row`,
    );
    return;
  }
  const known = parsePeriod(o.published ?? datasetDate)?.end;
  const period = o.period ? parsePeriod(o.period) : undefined;
  if (!known || !period) return;
  const early = indicator.nature === 'flow' && period.end !== null && dayNumber(period.end) - dayNumber(known) > EARLY_DAYS;
  if (early || (period.start !== null && period.start >= known))
    report(
      'observation',
      o.id,
      ['period'],
      `was not over when the value was printed (${o.published ?? datasetDate}): write status target, plan or forecast, or mend the period`,
    );
}

function checkMisprint(o: Observation, meant: ReadonlyMap<string, Observation>, has: Ground['has'], report: Report): void {
  if (o.status !== 'misprint') {
    const field = o.correctionOf ? 'correctionOf' : 'suspected';
    report('observation', o.id, [field], 'belongs to status misprint only: remove it, or write misprint');
    return;
  }
  if (o.assertedBy && !/^(outlet|organisation|company)\//.test(o.assertedBy))
    report(
      'observation',
      o.id,
      ['assertedBy'],
      'lays a misprint at a person: leave it empty, a misprint is what an outlet printed',
    );
  if (o.articles.length === 0)
    report('observation', o.id, ['articles'], 'is missing: a misprint is printed somewhere, name the article');
  if (o.rank === 'preferred') report('observation', o.id, ['rank'], 'prefers a misprint: write deprecated');
  const right = o.correctionOf ? meant.get(o.correctionOf) : undefined;
  const unread = o.correctionOf && !right && has('observation', o.correctionOf);
  if (!unread && (!right || right.status === 'misprint'))
    report(
      'observation',
      o.id,
      ['correctionOf'],
      `${o.correctionOf ? `names ${o.correctionOf}, which is no value` : 'is missing'}: name the observation that was meant`,
    );
}

function checkArticleAddresses(articles: readonly { id: string; url: string }[], report: Report): void {
  const urls = new Map<string, string>();
  for (const { id, url } of articles) {
    const key = addressKey(url, true)!;
    if (urls.has(key)) report('article', id, ['url'], `is the address of ${urls.get(key)} too: keep one record`);
    urls.set(key, id);
  }
}
