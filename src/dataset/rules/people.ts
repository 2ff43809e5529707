import { typeOf } from '../../model/ids.ts';
import type { Rule } from './rule.ts';

/**
 * Words that tell of private life, whole words in any letter case, in the five languages. Only lines of ours are searched: in names
 * the same words can be patronymics.
 */
const PRIVATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(${[
    'born|birthday|wife|husband|spouse|married|divorced|son of|daughter of|father of|mother of|children|family of|religion|diagnosed',
    'родил(ся|ась)|рождения|жена|жены|муж|супруга?|женат|замужем|сын|дочь|дети|семья',
    'doğulub|anadan olub|həyat yoldaşı|evlidir|övladı',
    'doğdu|doğumlu|doğum tarihi|eşi|evli|çocuğu',
    'туған жылы|дүниеге келген|әйелі|күйеуі|жұбайы|үйленген|балалары',
  ].join('|')})(?![\\p{L}\\p{N}])|\\b(19|20)\\d\\d\\s*[-–]\\s*\\)|\\bb\\.\\s*(19|20)\\d\\d`,
  'iu',
);

/** People are here for their public office only. Keys such as `born` are refused by the schema already. */
export const checkPeople: Rule = ({ dataset }, report) => {
  for (const { id, relations, line, label } of dataset.entities) {
    if (typeOf(id) !== 'person') continue;
    if (!relations.some(({ predicate }) => predicate === 'holds-role'))
      report(
        'entity',
        id,
        ['relations'],
        'has no public office (people policy): add a holds-role with its source, or remove the person',
      );
    for (const [field, texts] of Object.entries({ line, label })) {
      for (const [lang, text] of Object.entries(texts)) {
        const found = PRIVATE.exec(text);
        if (found)
          report('entity', id, [field, lang], `tells of private life ("${found[0].trim()}", people policy): say the office only`);
      }
    }
  }
};
