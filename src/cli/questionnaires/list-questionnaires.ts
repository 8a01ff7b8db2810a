import {
  builtInFolder,
  readQuestionnaireFolder,
} from '../../documents/questionnaires/questionnaire-folder.ts';
import { questionnaireFileName } from '../../documents/questionnaires/read-questionnaire.ts';
import { latestVersions } from '../../domain/questionnaires/choose-questionnaire.ts';
import { itemsOf, type Questionnaire } from '../../domain/questionnaires/questionnaire.ts';
import { createQuestionnaires } from '../../domain/questionnaires/registry.ts';
import { minutesOf } from '../../views/questionnaires/questionnaire-preview.ts';
import { listHeads, states } from '../../wording/questionnaire-file-words.ts';
import { meantFor } from '../../wording/questionnaire-preview-words.ts';
import { textTable } from '../text-table.ts';
import { questionnaireProblemTable } from './questionnaire-problem-table.ts';
import type { ExitCode, QuestionnaireSurroundings } from './questionnaire-surroundings.ts';

/** Every questionnaire there is, the product's and the organisation's, and whether it is asked. */
export const listQuestionnaires = (around: QuestionnaireSurroundings): ExitCode => {
  const folders = [builtInFolder, ...(around.ownFolder === undefined ? [] : [around.ownFolder])].map(
    readQuestionnaireFolder,
  );
  const [builtIn, own] = folders;
  const { asked } = createQuestionnaires(builtIn?.published ?? [], own?.published);
  const rows = folders.flatMap(({ published, drafts }) => {
    const latest = new Set(latestVersions(published));
    const stateOf = (one: Questionnaire): keyof typeof states =>
      asked.has(one) ? 'asked' : latest.has(one) ? 'replaced' : 'earlier';
    return [
      ...published.map((one) => rowOf(one, stateOf(one), around)),
      ...drafts.map((one) => rowOf(one, 'draft', around)),
    ];
  });
  for (const line of textTable(listHeads[around.language], rows)) around.print(line);
  const problems = folders.flatMap((folder) => folder.problems);
  if (problems.length === 0) return 0;
  around.print('');
  for (const line of questionnaireProblemTable(problems, around.language)) around.print(line);
  return 1;
};

const rowOf = (
  one: Questionnaire,
  state: keyof typeof states,
  { language }: QuestionnaireSurroundings,
): string[] => [
  questionnaireFileName(one),
  one.for.kind,
  `${itemsOf(one).length}`,
  `${minutesOf(one)}`,
  meantFor(one.for)[language],
  states[state][language],
];
