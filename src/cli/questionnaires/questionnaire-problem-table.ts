import type { Language } from '../../domain/kernel/text.ts';
import type { QuestionnaireProblem } from '../../domain/questionnaires/questionnaire-problem.ts';
import { problemHeads, wholeFile } from '../../wording/questionnaire-file-words.ts';
import { questionnaireProblemWords } from '../../wording/questionnaire-problem-words.ts';
import { textTable } from '../text-table.ts';

/** The problems of questionnaires as lines of a table: file, line, content, what is wrong, what would be right. */
export const questionnaireProblemTable = (
  problems: readonly QuestionnaireProblem[],
  language: Language,
): string[] =>
  textTable(
    problemHeads[language],
    problems.map((problem) => {
      const { wrong, right } = questionnaireProblemWords(problem);
      const line = problem.line === 0 ? wholeFile[language] : `${problem.line}`;
      return [problem.file, line, problem.value ?? '', wrong[language], right[language]];
    }),
  );
