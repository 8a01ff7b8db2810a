import type { Language } from '../../../domain/kernel/text.ts';
import { absentLines, absentTitle, gapsEyebrow } from '../../../wording/status-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

export interface NotAttendedView {
  readonly name: string;
  readonly training: string;
}

/** To staff: somebody of the roster says they were not there. */
export const notAttendedCard = (view: NotAttendedView, language: Language): AdaptiveCard =>
  noticeCard(
    { eyebrow: gapsEyebrow, title: absentTitle(view.name), parts: [{ lines: absentLines(view.training) }] },
    language,
  );
