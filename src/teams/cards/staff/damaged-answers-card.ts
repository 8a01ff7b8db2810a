import type { Language } from '../../../domain/kernel/text.ts';
import type { DamagedAnswersView } from '../../../views/responses/damaged-answers-view.ts';
import { damageEyebrow, damageLines, damageTitle } from '../../../wording/damage-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** To staff: answers that were changed past the product. */
export const damagedAnswersCard = (
  { training, questionnaire, pages }: DamagedAnswersView,
  language: Language,
): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: damageEyebrow,
      title: damageTitle(pages),
      parts: [{ lines: damageLines(training, questionnaire, pages) }],
    },
    language,
  );
