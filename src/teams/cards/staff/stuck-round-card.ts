import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { StuckRoundView } from '../../../views/analysis/stuck-round-view.ts';
import { dayText } from '../../../wording/dates.ts';
import {
  disturbedLines,
  disturbedTitle,
  stuckEyebrow,
  stuckLines,
  stuckTitle,
  unopenedLines,
  unopenedTitle,
} from '../../../wording/stuck-round-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

const linesOf = { unopened: unopenedLines, open: disturbedLines, over: stuckLines } as const;
const titleOf = { unopened: unopenedTitle, open: disturbedTitle, over: stuckTitle } as const;

export const stuckRoundTitle = ({ stage, training }: Pick<StuckRoundView, 'stage' | 'training'>): Text =>
  titleOf[stage](training);

/** To staff: a round that could not be opened, go on, or be added up. */
export const stuckRoundCard = (
  { training, questionnaire, dueDate, stage }: StuckRoundView,
  language: Language,
): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: stuckEyebrow,
      title: stuckRoundTitle({ stage, training }),
      parts: [{ lines: linesOf[stage](questionnaire, dayText(dueDate)) }],
    },
    language,
  );
