import type { Language } from '../../../domain/kernel/text.ts';
import { dayText } from '../../../wording/dates.ts';
import {
  about,
  anotherWaiting,
  changeAnswers,
  openNext,
  pseudonymity,
  saved,
  thanks,
  whatNext,
  whatNextLine,
  whoSees,
  whoSeesLines,
} from '../../../wording/questionnaire-end-words.ts';
import type { AdaptiveCard, CardData } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { noticeCard } from '../notice-card.ts';
import { rememberCards } from '../remember-cards.ts';

export interface QuestionnaireDoneView {
  readonly training: string;
  /** Local date of the last day on which answers can be changed. */
  readonly dueDate: string;
  readonly minimumGroup: { readonly scores: number; readonly comments: number };
  /** Another questionnaire of the same person that waits. */
  readonly next?: { readonly training: string; readonly data: CardData };
  readonly data: CardData;
}

const layDone = (view: QuestionnaireDoneView, language: Language): AdaptiveCard => {
  const until = dayText(view.dueDate);
  const { scores, comments } = view.minimumGroup;
  return noticeCard(
    {
      eyebrow: about,
      title: thanks,
      parts: [
        { lines: [saved(view.training, until)] },
        ...(view.next === undefined ? [] : [{ lines: [anotherWaiting(view.next.training)] }]),
        { heading: whatNext, lines: [whatNextLine(until)] },
        { heading: whoSees, lines: whoSeesLines(scores, comments) },
        { lines: [pseudonymity], subtle: true },
      ],
      buttons: [
        ...(view.next === undefined
          ? []
          : [button('open-visit', openNext, language, view.next.data, 'positive')]),
        button('change-answers', changeAnswers, language, view.data),
      ],
    },
    language,
  );
};

const lastDone = rememberCards(layDone);

/** The closing page: thanks, what happens with the answers, and honestly who can see what (P3). */
export const questionnaireDoneCard = (view: QuestionnaireDoneView, language: Language): AdaptiveCard =>
  view.next === undefined ? lastDone(view, language) : layDone(view, language);
