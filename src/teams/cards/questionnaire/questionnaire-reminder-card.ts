import type { Language } from '../../../domain/kernel/text.ts';
import { dayText } from '../../../wording/dates.ts';
import {
  about,
  reminderLine,
  reminderProgress,
  reminderTitle,
} from '../../../wording/questionnaire-end-words.ts';
import { didNotAttend, later, onLeave, resume, start } from '../../../wording/questionnaire-words.ts';
import type { AdaptiveCard, CardData } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { noticeCard } from '../notice-card.ts';

export interface QuestionnaireReminderView {
  readonly training: string;
  readonly dueDate: string;
  /** Minutes that what is left takes. */
  readonly minutes: number;
  readonly pagesDone: number;
  readonly pages: number;
  /** The last reminder before closing. */
  readonly last: boolean;
  readonly data: CardData;
}

/** A short word to those who have not answered yet; continues where they stopped. */
export const questionnaireReminderCard = (
  view: QuestionnaireReminderView,
  language: Language,
): AdaptiveCard => {
  const started = view.pagesDone > 0;
  const mood = view.last ? 'last' : started ? 'started' : 'fresh';
  return noticeCard(
    {
      eyebrow: about,
      title: reminderTitle[mood],
      parts: [
        {
          lines: [
            reminderLine(view.training, view.minutes, dayText(view.dueDate)),
            ...(started ? [reminderProgress(view.pagesDone, view.pages)] : []),
          ],
        },
      ],
      buttons: [
        button('open-visit', started ? resume : start, language, view.data, 'positive'),
        button('answer-later', later, language, view.data),
        button('on-leave-open', onLeave, language, view.data),
        button('did-not-attend', didNotAttend, language, view.data),
      ],
    },
    language,
  );
};
