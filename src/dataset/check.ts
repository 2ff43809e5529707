import { type Reading, readDataset } from './load.ts';
import { type Problem, sortProblems } from './problem.ts';
import { checkEntities } from './rules/entities.ts';
import { checkIds } from './rules/ids.ts';
import { checkNames } from './rules/names.ts';
import { checkObservations } from './rules/observations.ts';
import { checkPeople } from './rules/people.ts';
import { checkPeriods } from './rules/periods.ts';
import { checkReferences } from './rules/references.ts';
import { makeGround, makeReport, type Rule } from './rules/rule.ts';

const RULES: readonly Rule[] = [
  checkIds,
  checkReferences,
  checkEntities,
  checkPeople,
  checkNames,
  checkPeriods,
  checkObservations,
];

/**
 * Reads and checks the dataset in a folder: slips of form found while reading, then what the rules find, in order of file and line.
 * @throws DatasetError where there is no dataset
 */
export function checkDataset(dir: string): { problems: Problem[]; reading: Reading } {
  const reading = readDataset(dir);
  const problems: Problem[] = [...reading.problems];
  const ground = makeGround(reading);
  for (const rule of RULES) rule(ground, makeReport(reading, problems));
  return { problems: sortProblems(problems), reading };
}
