import type { Language } from '../../../domain/kernel/text.ts';
import type { StuckRoundView } from '../../../views/analysis/stuck-round-view.ts';
import { dayText } from '../../../wording/dates.ts';
import {
  stuckEyebrow,
  stuckLines,
  stuckTitle,
  unopenedLines,
  unopenedTitle,
} from '../../../wording/stuck-round-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** To staff: a round that could not be opened, or whose result could not be made. */
export const stuckRoundCard = (
  { training, questionnaire, dueDate, unopened }: StuckRoundView,
  language: Language,
): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: stuckEyebrow,
      title: (unopened ? unopenedTitle : stuckTitle)(training),
      parts: [{ lines: (unopened ? unopenedLines : stuckLines)(questionnaire, dayText(dueDate)) }],
    },
    language,
  );
