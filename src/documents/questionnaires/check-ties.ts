import { findTie } from '../../domain/questionnaires/choose-questionnaire.ts';
import type { Questionnaire } from '../../domain/questionnaires/questionnaire.ts';
import type { QuestionnaireProblem } from '../../domain/questionnaires/questionnaire-problem.ts';
import { questionnaireFileName } from './read-questionnaire.ts';

/** Two questionnaires for the same trainings: one of them must say more about which. */
export const checkTies = (questionnaires: readonly Questionnaire[]): QuestionnaireProblem[] => {
  const tie = findTie(questionnaires);
  const [first, second] = tie?.questionnaires ?? [];
  if (tie === undefined || first === undefined || second === undefined) return [];
  const { kind, mode, source, course } = tie;
  return [
    {
      code: 'tie',
      file: questionnaireFileName(first),
      line: 0,
      details: { other: questionnaireFileName(second), kind, mode, source, course },
    },
  ];
};
