import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { QuestionnairePausedView } from '../../../views/responses/questionnaire-paused-view.ts';
import { dayText, untilText } from '../../../wording/dates.ts';
import {
  aboutTraining,
  absenceAskedLine,
  absenceAskedTitle,
  absenceMeant,
  absentLine,
  absentTitle,
  answerAfterAll,
  answerNow,
  attendedAfterAll,
  backToQuestions,
  declinedLine,
  declinedTitle,
  laterLine,
  laterTitle,
  leaveCovers,
  leaveLine,
  leaveTitle,
  noMoreLine,
  noMoreOnLeaveLine,
  noMoreTitle,
  withdrawnLine,
  withdrawnTitle,
} from '../../../wording/questionnaire-end-words.ts';
import { cancelledLine, movedLaterLine, notYetTitle } from '../../../wording/visit-change-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { type Button, button } from '../button.ts';
import { noticeCard } from '../notice-card.ts';

const offIt = { withdrawn: withdrawnLine, cancelled: cancelledLine } as const;

const said = ({ training, why, hasBegun }: QuestionnairePausedView): { title: Text; line: Text } => {
  if (why.kind === 'later') return { title: laterTitle, line: laterLine(dayText(why.resumesOn), hasBegun) };
  if (why.kind === 'absence-asked') return { title: absenceAskedTitle, line: absenceAskedLine(training) };
  if (why.kind === 'did-not-attend') return { title: absentTitle, line: absentLine(training) };
  if (why.kind === 'withdrawn' || why.kind === 'cancelled')
    return { title: withdrawnTitle, line: offIt[why.kind](training) };
  if (why.kind === 'not-yet')
    return { title: notYetTitle, line: movedLaterLine(training, dayText(why.opensOn)) };
  if (why.kind === 'declined')
    return { title: declinedTitle, line: declinedLine(training, untilText(why.until)) };
  const until = untilText(why.until);
  if (why.kind === 'no-more')
    return why.onLeave
      ? { title: leaveTitle, line: noMoreOnLeaveLine(training, until, hasBegun) }
      : { title: noMoreTitle, line: noMoreLine(until, hasBegun) };
  return { title: leaveTitle, line: (why.excused ? leaveCovers : leaveLine)(training, until) };
};

const wayBack = ({ visit, why, mayReturn }: QuestionnairePausedView, language: Language): Button[] => {
  if (!mayReturn) return [];
  const data = { visit };
  if (why.kind === 'absence-asked')
    return [
      button('did-not-attend', absenceMeant, language, { ...data, confirmed: true }),
      button('open-visit', backToQuestions, language, data),
    ];
  if (why.kind === 'did-not-attend') return [button('attended', attendedAfterAll, language, data)];
  if (why.kind === 'declined') return [button('answer-after-all', answerAfterAll, language, data)];
  const excused = why.kind === 'on-leave' && why.excused;
  return [button(excused ? 'attended' : 'open-visit', answerNow, language, data)];
};

/** Confirms "later", "on leave until", "I did not attend" and "I'd rather not", with a way back. */
export const questionnairePausedCard = (view: QuestionnairePausedView, language: Language): AdaptiveCard => {
  const { title, line } = said(view);
  const eyebrow = aboutTraining(view.training);
  return noticeCard(
    { eyebrow, title, parts: [{ lines: [line] }], buttons: wayBack(view, language) },
    language,
  );
};
