import {
  questionnaireReminderView,
  reminderMood,
} from '../../views/responses/questionnaire-reminder-view.ts';
import { reminderTitle } from '../../wording/questionnaire-end-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { questionnaireReminderCard } from '../cards/questionnaire/questionnaire-reminder-card.ts';
import type { Presenter } from './presenter.ts';

/** P2: a short word to somebody who has not answered yet; whoever has, or wants to be left alone, hears nothing. */
export const presentReminder: Presenter<'reminder'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const { person } = delivery.recipient;
  const due = await questionnaireReminderView(onDesk(desk), delivery.subject.visit, person);
  if (due === undefined) return 'obsolete';
  const { language, reminder } = due;
  return {
    card: questionnaireReminderCard(reminder, language),
    summary: `${reminderTitle[reminderMood(reminder)][language]} · ${reminder.training}`,
  };
};
