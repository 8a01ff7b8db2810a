import type { Visit } from './visit.ts';

/** Of two visits of one person in one round: which counts, and which ends for it. */
export interface Further {
  readonly counts: Visit;
  readonly ends: Visit;
}

/** What was said before what was only begun, that before a word that nothing will be said, that before nothing at all. */
const reach = ({ state, excuse, startedOn }: Visit): number => {
  if (excuse === 'withdrawn') return 0;
  switch (state) {
    case 'answered':
      return 4;
    case 'started':
      return 3;
    case 'declined':
    case 'excused':
      return 2;
    case 'expired':
      return startedOn === undefined ? 1 : 3;
    case 'due':
      return 1;
  }
};

/** The one that is further along counts; of two that are answered on different days the later; otherwise their own. */
export const furtherVisit = (own: Visit, other: Visit): Further => {
  const ahead = reach(other) - reach(own) || later(own, other);
  return ahead > 0 ? { counts: other, ends: own } : { counts: own, ends: other };
};

const later = ({ answeredOn: own }: Visit, { answeredOn: other }: Visit): number =>
  own === undefined || other === undefined ? 0 : other.localeCompare(own);
