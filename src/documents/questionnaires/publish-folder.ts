import type { QuestionnaireProblem } from '../../domain/questionnaires/questionnaire-problem.ts';
import { checkTies } from './check-ties.ts';
import { readLock, writeLock } from './publication-lock.ts';
import { readQuestionnaireFolder } from './questionnaire-folder.ts';
import { questionnaireFileName } from './read-questionnaire.ts';

/** Publishes every draft of a folder: from the next start on they are asked, and never changed. All of them or none. */
export const publishFolder = (
  folder: string,
): { readonly published: readonly string[] } | { readonly problems: readonly QuestionnaireProblem[] } => {
  const { published, drafts, problems } = readQuestionnaireFolder(folder);
  const wrong = problems.length > 0 ? problems : checkTies([...published, ...drafts]);
  const lock = readLock(folder);
  if (wrong.length > 0 || 'problem' in lock) return { problems: wrong };
  const added = drafts.map((one) => [questionnaireFileName(one), one.digest] as const);
  if (added.length > 0) writeLock(folder, new Map([...lock.digests, ...added]));
  return { published: added.map(([file]) => file) };
};
