import type { Language } from '../domain/kernel/text.ts';
import type { RosterProblem } from '../domain/rosters/roster-problem.ts';
import { rosterProblemWording } from '../wording/roster-problem-words.ts';
import { moreProblems, rosterColumnNames, rosterTableHeads, wholeFile } from '../wording/roster-words.ts';
import { textTable } from './text-table.ts';

/** Whoever has more problems than this has one problem repeated; the rest is counted. */
const mostShown = 200;

/** The problems of a roster as lines of a table: line, column, content, what is wrong, what would be right. */
export const problemTable = (problems: readonly RosterProblem[], language: Language): string[] => {
  const rows = problems.slice(0, mostShown).map((problem) => {
    const { wrong, right } = rosterProblemWording(problem);
    const { column, heading = column === undefined ? '' : rosterColumnNames[column][language] } = problem;
    const line = problem.line === 0 ? wholeFile[language] : String(problem.line);
    return [line, heading, problem.value ?? '', wrong[language], right[language]];
  });
  const table = textTable(rosterTableHeads[language], rows);
  const left = problems.length - rows.length;
  return left > 0 ? [...table, moreProblems(left)[language]] : table;
};
