import type { Language } from '../../../domain/kernel/text.ts';
import type { VisitView } from '../../../views/responses/visit-view.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { onLeaveFormCard } from './on-leave-form-card.ts';
import { questionnaireClosedCard } from './questionnaire-closed-card.ts';
import { questionnaireDoneCard } from './questionnaire-done-card.ts';
import { questionnairePageCard } from './questionnaire-page-card.ts';
import { questionnairePausedCard } from './questionnaire-paused-card.ts';

/** Whatever a person sees of their visit, as a card. */
export const visitCard = (shown: VisitView, language: Language): AdaptiveCard => {
  switch (shown.kind) {
    case 'page':
      return questionnairePageCard(shown.view, language);
    case 'done':
      return questionnaireDoneCard(shown.view, language);
    case 'paused':
      return questionnairePausedCard(shown.view, language);
    case 'closed':
      return questionnaireClosedCard(shown.view, language);
    case 'on-leave-form':
      return onLeaveFormCard(shown.view, language);
  }
};
