import type { Visit } from '../../domain/followups/visit.ts';
import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import { lastRevision } from '../../domain/responses/standing-answers.ts';
import { reminderTitle } from '../../wording/questionnaire-end-words.ts';
import type { Desk } from '../bot/desk.ts';
import { questionnaireReminderCard } from '../cards/questionnaire/questionnaire-reminder-card.ts';
import { waitingVisit } from '../visits/waiting-visit.ts';
import type { Presenter } from './presenter.ts';

/** Less than a working day's distance is on its heels. */
const nextDayMs = 20 * 3_600_000;

/** P2: a short word to somebody who has not answered yet; whoever has, or wants to be left alone, hears nothing. */
export const presentReminder: Presenter<'reminder'> = async (delivery, desk) => {
  const waiting = await waitingVisit(desk, delivery.subject.visit);
  if (waiting === undefined) return 'obsolete';
  const { open, language } = waiting;
  if (open.visit.quietUntil !== undefined && open.visit.quietUntil > desk.clock.now()) return 'obsolete';
  if (!(await invitedBefore(desk, open.visit))) return 'obsolete';
  const left = open.pages.filter((page) => lastRevision(open.response, page.id) === undefined);
  const pagesDone = open.pages.length - left.length;
  const last = open.round.remindAt.every((moment) => moment <= desk.clock.now());
  return {
    card: questionnaireReminderCard(
      {
        training: open.training.title,
        dueDate: open.round.dueDate,
        minutes: minutesNeeded(left),
        pagesDone,
        pages: open.pages.length,
        last,
        data: { visit: open.visit.id },
      },
      language,
    ),
    summary: `${reminderTitle[last ? 'last' : pagesDone > 0 ? 'started' : 'fresh'][language]} · ${open.training.title}`,
  };
};

/** A reminder makes sense only after an invitation, and not on its heels: one that waited for an install, say. */
const invitedBefore = async (desk: Desk, visit: Visit): Promise<boolean> => {
  const invitation = await desk.stores.deliveries.of({
    subject: { kind: 'invitation', visit: visit.id },
    recipient: { person: visit.person },
  });
  if (invitation?.state !== 'sent' && invitation?.state !== 'unknown') return false;
  const sentAt = invitation.sentAt ?? visit.openedAt;
  return desk.clock.now().getTime() - sentAt.getTime() >= nextDayMs;
};
