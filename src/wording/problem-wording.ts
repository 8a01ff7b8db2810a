import type { Text } from '../domain/kernel/text.ts';
import type { RosterProblem } from '../domain/rosters/roster-problem.ts';
import { rosterColumnExamples } from './roster-words.ts';

export interface ProblemWording {
  readonly wrong: Text;
  readonly right: Text;
}

export const asExample = ({ column }: RosterProblem): Text =>
  column === undefined ? { zh: '', en: '' } : rosterColumnExamples[column];

/** The same wording whatever the problem's details; what would be right is an example unless said. */
export const plain =
  (wrong: Text, right: Text | ((problem: RosterProblem) => Text) = asExample) =>
  (problem: RosterProblem): ProblemWording => ({
    wrong,
    right: typeof right === 'function' ? right(problem) : right,
  });
