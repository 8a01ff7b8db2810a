import type { Language } from '../../domain/kernel/text.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { questionnairePausedCard } from '../cards/questionnaire/questionnaire-paused-card.ts';

/** An excused visit as it stands, with the way back. `until`: the last day of a leave that was just given. */
export const excusedCard = (open: OpenVisit, language: Language, until?: string): AdaptiveCard =>
  questionnairePausedCard(
    {
      training: open.training.title,
      why:
        until === undefined && open.visit.excuse !== 'on-leave'
          ? { kind: 'did-not-attend' }
          : { kind: 'on-leave', until: until ?? open.round.dueDate, excused: true },
      mayReturn: open.visit.excuse !== 'withdrawn',
      data: { visit: open.visit.id },
    },
    language,
  );
