import { publishFolder } from '../../documents/questionnaires/publish-folder.ts';
import { noFolder, nothingPublished, publishedFiles } from '../../wording/questionnaire-file-words.ts';
import { questionnaireProblemTable } from './questionnaire-problem-table.ts';
import type { ExitCode, QuestionnaireSurroundings } from './questionnaire-surroundings.ts';

/** Publishes what of a folder is not published yet, if nothing in it is wrong. */
export const publishDrafts = (folder: string | undefined, around: QuestionnaireSurroundings): ExitCode => {
  const named = folder ?? around.ownFolder;
  if (named === undefined) {
    around.say(noFolder);
    return 2;
  }
  const outcome = publishFolder(named);
  if ('problems' in outcome) {
    for (const line of questionnaireProblemTable(outcome.problems, around.language)) around.print(line);
    around.print('');
    around.say(nothingPublished);
    return 1;
  }
  around.say(publishedFiles(outcome.published));
  return 0;
};
