import type { AskedQuestionnaire } from '../../domain/followups/round-store.ts';
import type { QuestionnaireProblem } from '../../domain/questionnaires/questionnaire-problem.ts';
import type { Questionnaires } from '../../domain/questionnaires/registry.ts';

/** What rounds were opened with must still be there, word for word: their answers and results mean nothing without it. */
export const checkAsked = (
  questionnaires: Questionnaires,
  asked: readonly AskedQuestionnaire[],
): QuestionnaireProblem[] =>
  asked.flatMap(({ questionnaire, digest }): QuestionnaireProblem[] => {
    const file = `${questionnaire.replace('.', '.v')}.yaml`;
    if (!questionnaires.knows(questionnaire)) return [{ code: 'asked-missing', file, line: 0 }];
    const same = digest === undefined || questionnaires.of(questionnaire).digest === digest;
    return same ? [] : [{ code: 'asked-changed', file, line: 0 }];
  });
