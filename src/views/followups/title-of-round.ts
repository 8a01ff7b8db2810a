import type { Round } from '../../domain/followups/round.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { QuestionedTraining } from '../../domain/questionnaires/choose-questionnaire.ts';
import { labelled } from '../../wording/round-words.ts';
import type { ViewParts } from '../view-parts.ts';

/** What is asked in a round, and which of several it is: "Periodic follow-up · Month 3". */
export const titleOfRound = (
  { questionnaires }: Pick<ViewParts, 'questionnaires'>,
  round: Pick<Round, 'kind' | 'questionnaire' | 'label'>,
  training: QuestionedTraining,
): Text => labelled(questionnaires.titleOf(round, training), round.label);
