import type { Improvement } from '../../domain/improvements/improvement.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { Language, Text } from '../../domain/kernel/text.ts';
import type { Desk } from '../bot/desk.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { type AssignmentView, assignmentCard } from '../cards/improvement/assignment-card.ts';
import { aboutWhom, itemName } from '../results/item-name.ts';

/** What was typed before and refused, or why a reminder comes. */
export type AssignmentExtras = Partial<Pick<AssignmentView, 'notice' | 'typed'>> & { readonly error?: Text };

/** The owner's card as the improvement stands; undefined when what it is about is gone. */
export const improvementCard = async (
  desk: Desk,
  improvement: Improvement,
  language: Language,
  extras: AssignmentExtras = {},
): Promise<AdaptiveCard | undefined> => {
  const { stores, settings } = desk;
  const [issue, round, training] = await Promise.all([
    stores.issues.byId(improvement.issue),
    stores.rounds.byId(improvement.round),
    stores.trainings.byCode(improvement.training),
  ]);
  if (issue === undefined || round === undefined || training === undefined) return undefined;
  const involved = [improvement.assignedBy, ...improvement.steps.map(({ by }) => by)];
  const names = new Map((await stores.people.byIds(involved)).map(({ id, name }) => [id, name]));
  return assignmentCard(
    {
      training: training.title,
      issue: itemName(desk.questionnaires, issue.questionnaire, issue.key),
      ...aboutWhom(round, issue.key),
      figures: issue,
      measure: improvement.measure,
      dueDate: improvement.dueDate,
      assignedBy: names.get(improvement.assignedBy) ?? '',
      state: improvement.state,
      history: improvement.steps.map((step, index) => ({
        on: localDate(step.at, settings.organisation.timeZone),
        by: names.get(step.by) ?? '',
        what: step.state === improvement.steps[index - 1]?.state ? 'comment' : step.state,
        ...(step.comment === undefined ? {} : { comment: step.comment }),
      })),
      ...extras,
      data: { improvement: improvement.id },
    },
    language,
  );
};
