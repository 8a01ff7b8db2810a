import type { TrainingMode } from '../trainings/training.ts';
import type { AskedInstructor, AskedItem, AskedPage } from './asked-page.ts';
import type { Item, Questionnaire, QuestionnairePage } from './questionnaire.ts';

/** The key of an item's answers; about an instructor, `item@person`. */
export const answerKey = (item: Item, instructor?: AskedInstructor): string =>
  instructor === undefined ? item.id : `${item.id}@${instructor.person}`;

const askedPage = (
  page: QuestionnairePage,
  items: readonly Item[],
  instructor?: AskedInstructor,
): AskedPage => ({
  id: instructor === undefined ? page.id : `${page.id}@${instructor.person}`,
  title: page.title,
  ...(page.lead === undefined ? {} : { lead: page.lead }),
  ...(instructor === undefined ? {} : { instructor }),
  items: items.map(
    (item): AskedItem => ({
      key: answerKey(item, instructor),
      item,
      ...(instructor === undefined ? {} : { instructor }),
    }),
  ),
});

/**
 * The pages as one training's trainees see them: what does not apply to its mode is dropped, questions about an
 * instructor come once for each, and a page without questions is left out (D3, C1).
 */
export const askedPages = (
  questionnaire: Questionnaire,
  mode: TrainingMode,
  instructors: readonly AskedInstructor[],
): AskedPage[] =>
  questionnaire.pages.flatMap((page) => {
    const applying = page.items.filter((item) => item.modes === undefined || item.modes.includes(mode));
    const general = applying.filter((item) => item.perInstructor !== true);
    const personal = applying.filter((item) => item.perInstructor === true);
    const asked = general.length === 0 ? [] : [askedPage(page, general)];
    if (personal.length === 0) return asked;
    return [...asked, ...instructors.map((instructor) => askedPage(page, personal, instructor))];
  });
