import type { Language } from '../../../domain/kernel/text.ts';
import type { UnreachableView } from '../../../views/deliveries/unreachable-view.ts';
import { countPeople } from '../../../views/people/people-by-reason.ts';
import { unreachableEyebrow, unreachableLead, unreachableTitle } from '../../../wording/unreachable-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { peopleByReasonCard } from './people-by-reason-card.ts';

/** To staff: who does not get what the bot has for them, why, and what helps. */
export const unreachableCard = ({ groups }: UnreachableView, language: Language): AdaptiveCard =>
  peopleByReasonCard(
    {
      eyebrow: unreachableEyebrow,
      title: unreachableTitle(countPeople(groups)),
      lead: unreachableLead,
      groups,
    },
    language,
  );
