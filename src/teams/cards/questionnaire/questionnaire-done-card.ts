import type { Language } from '../../../domain/kernel/text.ts';
import type { QuestionnaireDoneView } from '../../../views/responses/questionnaire-done-view.ts';
import { untilText } from '../../../wording/dates.ts';
import {
  about,
  anotherWaiting,
  changeAnswers,
  changedHeading,
  improvedLine,
  openNext,
  saved,
  thanks,
  thanksForOne,
  underWayLine,
  whatNext,
  whatNextLine,
  whoSees,
  whoSeesLines,
} from '../../../wording/questionnaire-end-words.ts';
import { frankLine } from '../../../wording/questionnaire-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { type NoticePart, noticeCard } from '../notice-card.ts';
import { rememberCards } from '../remember-cards.ts';

const changedPart = (changed: QuestionnaireDoneView['changed']): NoticePart[] => {
  if (changed === undefined) return [];
  const { improved, underWay } = changed;
  const lines = [
    ...(improved.length > 0 ? [improvedLine(improved)] : []),
    ...(underWay.length > 0 ? [underWayLine(underWay)] : []),
  ];
  return [{ heading: changedHeading, lines }];
};

const layDone = (view: QuestionnaireDoneView, language: Language): AdaptiveCard => {
  const until = untilText(view.until);
  const { scores, comments } = view.minimumGroup;
  return noticeCard(
    {
      eyebrow: about,
      title: view.next === undefined ? thanks : thanksForOne,
      parts: [
        { lines: [saved(view.training, until)] },
        ...(view.next === undefined ? [] : [{ lines: [anotherWaiting(view.next.training)] }]),
        ...changedPart(view.changed),
        { heading: whatNext, lines: [whatNextLine(until)] },
        { heading: whoSees, lines: whoSeesLines(scores, comments) },
        { lines: [frankLine], subtle: true },
      ],
      buttons: [
        ...(view.next === undefined
          ? []
          : [button('open-visit', openNext, language, { visit: view.next.visit }, 'positive')]),
        button('change-answers', changeAnswers, language, { visit: view.visit }),
      ],
    },
    language,
  );
};

const lastDone = rememberCards(layDone);

/** The closing page: thanks, what happens with the answers, and honestly who can see what (P3). */
export const questionnaireDoneCard = (view: QuestionnaireDoneView, language: Language): AdaptiveCard =>
  view.next === undefined ? lastDone(view, language) : layDone(view, language);
