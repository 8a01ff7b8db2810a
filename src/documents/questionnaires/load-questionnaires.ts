import { createQuestionnaires, type Questionnaires } from '../../domain/questionnaires/registry.ts';
import { checkTies } from './check-ties.ts';
import { builtInFolder, readQuestionnaireFolder } from './questionnaire-folder.ts';
import { questionnaireFileName } from './read-questionnaire.ts';
import { UnusableQuestionnaires } from './unusable-questionnaires.ts';

export interface LoadedQuestionnaires {
  readonly questionnaires: Questionnaires;
  /** Files that are not published yet: nobody is asked them. */
  readonly drafts: readonly string[];
}

/** What is asked: the product's questionnaires and those of an organisation's own folder. Throws `UnusableQuestionnaires`. */
export const loadQuestionnaires = (ownFolder?: string): LoadedQuestionnaires => {
  const builtIn = readQuestionnaireFolder(builtInFolder);
  const own = ownFolder === undefined ? undefined : readQuestionnaireFolder(ownFolder);
  const problems = [
    ...builtIn.problems,
    ...checkTies(builtIn.published),
    ...(own === undefined ? [] : [...own.problems, ...checkTies(own.published)]),
  ];
  if (problems.length > 0) throw new UnusableQuestionnaires(problems);
  return {
    questionnaires: createQuestionnaires(builtIn.published, own?.published),
    drafts: [...builtIn.drafts, ...(own?.drafts ?? [])].map(questionnaireFileName),
  };
};
