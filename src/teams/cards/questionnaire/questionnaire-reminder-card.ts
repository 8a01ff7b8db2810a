import type { Language } from '../../../domain/kernel/text.ts';
import {
  type QuestionnaireReminderView,
  reminderMood,
} from '../../../views/responses/questionnaire-reminder-view.ts';
import { untilText } from '../../../wording/dates.ts';
import {
  about,
  reminderLine,
  reminderProgress,
  reminderTitle,
} from '../../../wording/questionnaire-end-words.ts';
import { didNotAttend, later, onLeave, rather, resume, start } from '../../../wording/questionnaire-words.ts';
import { labelled } from '../../../wording/round-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { noticeCard } from '../notice-card.ts';
import { othersLines } from './others-lines.ts';

/** A short word to those who have not answered yet; continues where they stopped. */
export const questionnaireReminderCard = (
  view: QuestionnaireReminderView,
  language: Language,
): AdaptiveCard => {
  const data = { visit: view.visit };
  return noticeCard(
    {
      eyebrow: labelled(about, view.label),
      title: reminderTitle[reminderMood(view)],
      parts: [
        {
          lines: [
            reminderLine(view.training, view.minutes, untilText(view.until)),
            ...(view.hasBegun ? [reminderProgress(view.pagesDone, view.pages)] : []),
            ...othersLines(view.others),
          ],
        },
      ],
      buttons: [
        button('open-visit', view.hasBegun ? resume : start, language, data, 'positive'),
        button('answer-later', later, language, data),
        button('on-leave-open', onLeave, language, data),
        button('did-not-attend', didNotAttend, language, data),
        button('decline', rather, language, data),
      ],
    },
    language,
  );
};
