import type { Language } from '../../../domain/kernel/text.ts';
import type { NotAttendedView } from '../../../views/responses/not-attended-view.ts';
import { absentLines, absentTitle } from '../../../wording/absence-words.ts';
import { gapsEyebrow } from '../../../wording/roster-gap-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** To staff: somebody of the roster says they were not there. */
export const notAttendedCard = (view: NotAttendedView, language: Language): AdaptiveCard =>
  noticeCard(
    { eyebrow: gapsEyebrow, title: absentTitle(view.name), parts: [{ lines: absentLines(view.training) }] },
    language,
  );
