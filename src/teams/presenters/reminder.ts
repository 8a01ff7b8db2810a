import { visitIdOf } from '../../domain/followups/visit-moved-on.ts';
import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import { lastRevision } from '../../domain/responses/standing-answers.ts';
import { reminderTitle } from '../../wording/questionnaire-end.ts';
import { questionnaireReminderCard } from '../cards/questionnaire-reminder.ts';
import { waitingVisit } from '../visits/waiting-visit.ts';
import type { Presenter } from './presenter.ts';

/** P2: a short word to somebody who has not answered yet; whoever has, or wants to be left alone, hears nothing. */
export const presentReminder: Presenter = async (delivery, desk) => {
  const waiting = await waitingVisit(desk, visitIdOf(delivery));
  if (waiting === undefined) return 'obsolete';
  const { open, language } = waiting;
  if (open.visit.quietUntil !== undefined && open.visit.quietUntil > desk.clock.now()) return 'obsolete';
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
