import type { Language } from '../../../domain/kernel/text.ts';
import type { QuestionnaireClosedView } from '../../../views/responses/questionnaire-closed-view.ts';
import { untilText } from '../../../wording/dates.ts';
import { about, closedAnswers, closedLine, closedTitle } from '../../../wording/questionnaire-end-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** The kind no after closing: late answers change nothing any more. */
export const questionnaireClosedCard = (view: QuestionnaireClosedView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: about,
      title: closedTitle,
      parts: [{ lines: [closedLine(view.training, untilText(view.until)), closedAnswers[view.answered]] }],
    },
    language,
  );
