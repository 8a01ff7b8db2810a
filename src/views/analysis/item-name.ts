import { instructorOf, itemIdOf } from '../../domain/analysis/answer-key.ts';
import type { Round } from '../../domain/followups/round.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Item } from '../../domain/questionnaires/questionnaire.ts';
import type { Questionnaires } from '../../domain/questionnaires/registry.ts';

/** The item behind an answer key, as the questionnaire of that time (`t1.1`) has it. */
export const itemOf = (
  questionnaires: Questionnaires,
  questionnaire: string,
  key: string,
): Item | undefined => questionnaires.item(questionnaire, itemIdOf(key));

/** Short name of the item behind an answer key. */
export const itemName = (questionnaires: Questionnaires, questionnaire: string, key: string): Text =>
  itemOf(questionnaires, questionnaire, key)?.shortName ?? { zh: key, en: key };

/** Whom an answer key is about, named only where there is more than one instructor to tell apart. */
export const aboutWhom = (
  round: Pick<Round, 'instructors'>,
  key: string,
): { readonly instructor?: string } => {
  const person = instructorOf(key);
  const instructor = round.instructors.find((one) => one.person === person);
  return instructor === undefined || round.instructors.length < 2 ? {} : { instructor: instructor.name };
};
