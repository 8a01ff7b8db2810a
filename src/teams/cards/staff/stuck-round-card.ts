import type { Language } from '../../../domain/kernel/text.ts';
import type { StuckRoundView } from '../../../views/analysis/stuck-round-view.ts';
import { dayText } from '../../../wording/dates.ts';
import { stuckEyebrow, stuckLines, stuckTitle } from '../../../wording/stuck-round-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** To staff: a round whose result could not be made. */
export const stuckRoundCard = (
  { training, questionnaire, dueDate }: StuckRoundView,
  language: Language,
): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: stuckEyebrow,
      title: stuckTitle(training),
      parts: [{ lines: stuckLines(questionnaire, dayText(dueDate)) }],
    },
    language,
  );
