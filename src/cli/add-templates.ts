import { ARTICLE_COLUMNS, OBSERVATION_COLUMNS } from '../dataset/source.ts';

/** Records to be filled in by hand; what may be left out says so. The check refuses what stays empty. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  entity: `# entities/<type>/<slug>.yaml
id:
label: {en: }
line: {en: }
names:
  - {text: , lang: en, kind: official}
# - {text: , lang: en, kind: short, strength: weak, needs: [full-name]}
# sameAs: {wikidata-unverified: Q}
# website: https://
# relations:
#   - {predicate: holds-role, post: , object: , from: , to: , sources: []}
#   - {predicate: located-in, object: , sources: []}
# domains: []                                                # outlets
# ownership: {text: , stateOwned: false, sources: []}        # outlets
# stops: []                                                  # routes
sources: []
verified: {how: , on: }`,
  observation: `# observations/<indicator>.csv; empty: unit is the indicator's, comparator exact, rank normal\n${OBSERVATION_COLUMNS.join(',')}`,
  article: `# articles/<year>.csv, articles/undated.csv; title, date and sameStory may be empty\n${ARTICLE_COLUMNS.join(',')}`,
};
