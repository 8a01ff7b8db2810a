import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { VisitChangeView } from '../../../views/responses/visit-change-view.ts';
import { untilText } from '../../../wording/dates.ts';
import { about, answerNow, changeAnswers } from '../../../wording/questionnaire-end-words.ts';
import {
  askedAgainLine,
  askedAgainTitle,
  beginsLine,
  beginsTitle,
  cancelledLine,
  cancelledTitle,
  countsAgainLine,
  keptLine,
  movedHourLine,
  movedLaterLine,
  movedLine,
  movedTitle,
  notCountedLine,
  offListLine,
  offListTitle,
} from '../../../wording/visit-change-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { noticeCard } from '../notice-card.ts';

const titles: Readonly<Record<VisitChangeView['what'], (training: string) => Text>> = {
  cancelled: cancelledTitle,
  withdrawn: offListTitle,
  'asked-again': askedAgainTitle,
  moved: movedTitle,
  'not-yet': movedTitle,
  begins: beginsTitle,
};

export const visitChangeTitle = ({ what, training }: VisitChangeView): Text => titles[what](training);

const saying = ({ what, training, day, isAnswered }: VisitChangeView): Text => {
  const on = untilText(day);
  switch (what) {
    case 'cancelled':
      return cancelledLine(training);
    case 'withdrawn':
      return offListLine(training);
    case 'asked-again':
      return isAnswered ? countsAgainLine(training, on) : askedAgainLine(training, on);
    case 'moved':
      return (day.time === undefined && day.isToday !== true ? movedLine : movedHourLine)(training, on);
    case 'not-yet':
      return movedLaterLine(training, on);
    case 'begins':
      return beginsLine(training, on);
  }
};

/** To a trainee: what they were told of a questionnaire is no longer so, and what is. */
export const visitChangeCard = (view: VisitChangeView, language: Language): AdaptiveCard => {
  const { what, hasBegun, isAnswered, visit } = view;
  const isAway = what === 'cancelled' || what === 'withdrawn';
  const kept = hasBegun && !(what === 'asked-again' && isAnswered) ? [keptLine] : [];
  const canAnswer = !isAway && what !== 'not-yet';
  return noticeCard(
    {
      eyebrow: about,
      title: visitChangeTitle(view),
      parts: [{ lines: [saying(view), ...(isAway ? (hasBegun ? [notCountedLine] : []) : kept)] }],
      buttons: canAnswer
        ? [button('open-visit', isAnswered ? changeAnswers : answerNow, language, { visit })]
        : [],
    },
    language,
  );
};
