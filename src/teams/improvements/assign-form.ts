import type { IssueId } from '../../domain/kernel/ids.ts';
import { daysLater, localDate } from '../../domain/kernel/local-date.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Language } from '../../domain/kernel/text.ts';
import type { Desk } from '../bot/desk.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { type AssignFormView, assignFormCard } from '../cards/improvement/assign-form-card.ts';
import { aboutWhom, itemName } from '../results/item-name.ts';

/** Proposed when the form opens. */
const proposedDays = 30;

/** What an issue is about, as forms and confirmations say it. Throws `unknown-issue`. */
export const issueFacts = async (desk: Desk, id: IssueId) => {
  const issue = await desk.stores.issues.byId(id);
  if (issue === undefined) throw new Refusal('unknown-issue');
  const [round, training] = await Promise.all([
    desk.stores.rounds.byId(issue.round),
    desk.stores.trainings.byCode(issue.training),
  ]);
  if (round === undefined || training === undefined) throw new Refusal('unknown-issue');
  return {
    training: training.title,
    issue: itemName(desk.questionnaires, issue.questionnaire, issue.key),
    ...aboutWhom(round, issue.key),
    figures: { mean: issue.mean, satisfaction: issue.satisfaction, n: issue.n },
  };
};

/** The form for an issue, empty or with what was typed and refused. */
export const assignForm = async (
  desk: Desk,
  id: IssueId,
  language: Language,
  again: Pick<AssignFormView, 'typed' | 'errors'> = {},
): Promise<AdaptiveCard> => {
  const today = localDate(desk.clock.now(), desk.settings.organisation.timeZone);
  return assignFormCard(
    {
      ...(await issueFacts(desk, id)),
      ...again,
      earliest: today,
      proposedDue: daysLater(today, proposedDays),
      data: { issue: id },
    },
    language,
  );
};
