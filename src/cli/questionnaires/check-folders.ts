import { relative } from 'node:path';
import { checkTies } from '../../documents/questionnaires/check-ties.ts';
import {
  builtInFolder,
  readQuestionnaireFolder,
} from '../../documents/questionnaires/questionnaire-folder.ts';
import { questionnaireFileName } from '../../documents/questionnaires/read-questionnaire.ts';
import { allGood, draftsLeft, problemsFound } from '../../wording/questionnaire-file-words.ts';
import { questionnaireProblemTable } from './questionnaire-problem-table.ts';
import type { ExitCode, QuestionnaireSurroundings } from './questionnaire-surroundings.ts';

/** Checks a folder; without one, the product's and the organisation's. Drafts are checked as if they were published. */
export const checkFolders = (folder: string | undefined, around: QuestionnaireSurroundings): ExitCode => {
  const named = folder ?? around.ownFolder;
  const folders = [...(folder === undefined ? [builtInFolder] : []), ...(named === undefined ? [] : [named])];
  const read = folders.map(readQuestionnaireFolder);
  const problems = read.flatMap((one) =>
    one.problems.length > 0 ? one.problems : checkTies([...one.published, ...one.drafts]),
  );
  if (problems.length > 0) {
    for (const line of questionnaireProblemTable(problems, around.language)) around.print(line);
    around.print('');
    around.say(problemsFound(problems.length));
    return 1;
  }
  around.say(allGood(read.reduce((sum, one) => sum + one.published.length + one.drafts.length, 0)));
  for (const [index, { drafts }] of read.entries()) {
    if (drafts.length === 0) continue;
    const from = relative('', folders[index] ?? '') || '.';
    around.say(
      draftsLeft(from.startsWith('..') ? (folders[index] ?? from) : from, drafts.map(questionnaireFileName)),
    );
  }
  return 0;
};
