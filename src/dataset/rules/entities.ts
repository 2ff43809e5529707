import type { Entity } from '../../model/entity.ts';
import { typeOf } from '../../model/ids.ts';
import type { Rule } from './rule.ts';

/** Fields that only some types have, external numbers, domains. */
export const checkEntities: Rule = ({ dataset }, report) => {
  const domains = new Map<string, string>();
  const numbers = new Map<string, string>();
  for (const entity of dataset.entities) {
    const { id } = entity;
    const type = typeOf(id);
    const only = (field: keyof Entity, allowed: string) => {
      if (entity[field] !== undefined && type !== allowed)
        report('entity', id, [field], `belongs to ${allowed} entities only: remove it`);
    };
    only('domains', 'outlet');
    only('ownership', 'outlet');
    only('stops', 'route');
    if (type === 'outlet' && !entity.domains?.length)
      report('entity', id, ['domains'], 'is missing: list the domains that make the site');
    entity.domains?.forEach((domain, i) => {
      const other = domains.get(domain);
      if (other) report('entity', id, ['domains', i], `belongs to ${other} too: give a domain to one outlet`);
      domains.set(domain, id);
    });
    const { wikidata } = entity.sameAs ?? {};
    if (wikidata !== undefined) {
      if (!/^Q[1-9]\d*$/.test(wikidata)) report('entity', id, ['sameAs', 'wikidata'], `is ${wikidata}: write Q and digits`);
      if (!(entity.verified as { qid?: string }).qid)
        report(
          'entity',
          id,
          ['sameAs', 'wikidata'],
          'has no word on its two sources: add verified.qid, or write wikidata-unverified',
        );
      const other = numbers.get(wikidata);
      if (other) report('entity', id, ['sameAs', 'wikidata'], `is the number of ${other} too: mend one of them`);
      numbers.set(wikidata, id);
    }
  }
};
