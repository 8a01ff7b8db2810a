import type { Language } from '../../../domain/kernel/text.ts';
import type { TrainingCancelledView } from '../../../views/trainings/training-cancelled-view.ts';
import { about } from '../../../wording/questionnaire-end-words.ts';
import { trainingCancelledLine, trainingCancelledTitle } from '../../../wording/training-cancelled-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** Beside results that were shown: their training is cancelled. */
export const trainingCancelledCard = (view: TrainingCancelledView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: about,
      title: trainingCancelledTitle(view.training),
      parts: [{ lines: [trainingCancelledLine] }],
    },
    language,
  );
