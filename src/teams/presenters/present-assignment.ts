import type { ImprovementId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import { assignmentSummary } from '../../wording/improvement-words.ts';
import type { Desk } from '../bot/desk.ts';
import type { Saying } from '../bot/saying.ts';
import { type AssignmentExtras, improvementCard } from '../improvements/assignment-card.ts';
import { languageFor } from '../visits/language-for.ts';
import type { Presenter } from './presenter.ts';

/** I1: to the owner of an improvement, what it is about and until when. */
export const presentAssignment: Presenter<'assignment'> = ({ subject }, desk) =>
  say(subject.improvement, desk, () => ({}));

/** I2: a word on the due day, unless it is done by then. */
export const presentImprovementReminder: Presenter<'improvement-reminder'> = ({ subject }, desk) =>
  say(
    subject.improvement,
    desk,
    (dueDate, today) => ({ notice: dueDate < today ? 'overdue' : 'due-soon' }),
    true,
  );

const say = async (
  id: ImprovementId,
  desk: Desk,
  extras: (dueDate: string, today: string) => AssignmentExtras,
  unlessDone = false,
): Promise<Saying | 'obsolete'> => {
  const improvement = await desk.stores.improvements.byId(id);
  if (improvement === undefined || (unlessDone && improvement.state === 'done')) return 'obsolete';
  const language = await languageFor(desk, improvement.owner);
  const today = localDate(desk.clock.now(), desk.settings.organisation.timeZone);
  const card = await improvementCard(desk, improvement, language, extras(improvement.dueDate, today));
  if (card === undefined) return 'obsolete';
  const training = await desk.stores.trainings.byCode(improvement.training);
  return { card, summary: assignmentSummary(training?.title ?? '')[language] };
};
