import type { Text } from '../kernel/text.ts';
import type { TrainingMode } from '../trainings/training.ts';
import type { AskedInstructor, AskedItem, AskedPage } from './asked-page.ts';
import type { Item, Questionnaire, QuestionnairePage } from './questionnaire.ts';

/** The key of an item's answers; about an instructor, `item@person`. */
export const answerKey = (item: Item, instructor?: AskedInstructor): string =>
  instructor === undefined ? item.id : `${item.id}@${instructor.person}`;

const withLead = (lead: Text | undefined): Pick<AskedPage, 'lead'> => (lead === undefined ? {} : { lead });

const askedPage = (
  page: QuestionnairePage,
  items: readonly Item[],
  instructor?: AskedInstructor,
): AskedPage => ({
  id: instructor === undefined ? page.id : `${page.id}@${instructor.person}`,
  title: page.title,
  ...withLead(page.stem ?? page.lead),
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
 * The pages that one training's trainees may see: what does not apply to its mode is dropped, with what is asked only
 * after it; questions about an instructor come once for each, and a page without questions is left out (D3, C1).
 * Which of them somebody sees, their answers decide (`counted-answers.ts`).
 */
export const askedPages = (
  questionnaire: Questionnaire,
  mode: TrainingMode,
  instructors: readonly AskedInstructor[],
): AskedPage[] => {
  const asked = new Set<string>();
  const applies = ({ id, modes, onlyIf }: Item): boolean => {
    const does = (modes?.includes(mode) ?? true) && (onlyIf === undefined || asked.has(onlyIf.item));
    if (does) asked.add(id);
    return does;
  };
  return questionnaire.pages.flatMap((page) => {
    const applying = page.items.filter(applies);
    const general = applying.filter((item) => item.perInstructor !== true);
    const personal = applying.filter((item) => item.perInstructor === true);
    const first = general.length === 0 ? [] : [askedPage(page, general)];
    if (personal.length === 0) return first;
    return [...first, ...instructors.map((instructor) => askedPage(page, personal, instructor))];
  });
};
