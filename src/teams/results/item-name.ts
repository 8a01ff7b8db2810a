import { instructorOf, itemIdOf } from '../../domain/analysis/answer-key.ts';
import type { Round } from '../../domain/followups/round.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Item } from '../../domain/questionnaires/questionnaire.ts';
import { questionnaireOf } from '../../domain/questionnaires/registry.ts';

/** The item behind an answer key, as the questionnaire of that time has it. */
export const itemOf = (questionnaire: string, key: string): Item | undefined =>
  questionnaireOf(questionnaire)
    .pages.flatMap((page) => page.items)
    .find(({ id }) => id === itemIdOf(key));

/** Short name of the item behind an answer key. */
export const itemName = (questionnaire: string, key: string): Text => {
  const item = itemOf(questionnaire, key);
  return item === undefined ? { zh: key, en: key } : item.shortName;
};

/** Whom an answer key is about, named only where there is more than one instructor to tell apart. */
export const aboutWhom = (
  round: Pick<Round, 'instructors'>,
  key: string,
): { readonly instructor?: string } => {
  const person = instructorOf(key);
  const instructor = round.instructors.find((one) => one.person === person);
  return instructor === undefined || round.instructors.length < 2 ? {} : { instructor: instructor.name };
};
