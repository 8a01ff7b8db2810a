import type { Language } from '../../../domain/kernel/text.ts';
import { countPeople } from '../../../views/people/people-by-reason.ts';
import type { RosterGapsView } from '../../../views/trainings/roster-gaps-view.ts';
import { gapsEyebrow, gapsLead, gapsTitle } from '../../../wording/roster-gap-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { peopleByReasonCard } from './people-by-reason-card.ts';

/** To staff, about one training: who cannot be asked in Teams yet, and what to do. */
export const rosterGapsCard = ({ training, groups }: RosterGapsView, language: Language): AdaptiveCard =>
  peopleByReasonCard(
    { eyebrow: gapsEyebrow, title: gapsTitle(countPeople(groups)), lead: gapsLead(training), groups },
    language,
  );
