import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { NotAttendedView } from '../../../views/responses/not-attended-view.ts';
import { absentLines, absentTitle, attendedLines, attendedTitle } from '../../../wording/absence-words.ts';
import { gapsEyebrow } from '../../../wording/roster-gap-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** To staff: somebody of the roster says they were not there, or has since said that they were. */
export const notAttendedCard = (view: NotAttendedView, language: Language): AdaptiveCard => {
  const lines = view.isTakenBack ? attendedLines : absentLines;
  return noticeCard(
    { eyebrow: gapsEyebrow, title: notAttendedTitle(view), parts: [{ lines: lines(view.training) }] },
    language,
  );
};

export const notAttendedTitle = ({ name, isTakenBack }: NotAttendedView): Text =>
  (isTakenBack ? attendedTitle : absentTitle)(name);
