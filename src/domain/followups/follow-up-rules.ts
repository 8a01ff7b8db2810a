import { Temporal } from 'temporal-polyfill';
import type { VisitKind } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import type { Training } from '../trainings/training.ts';

/** What a round follows; its window is counted from this day (how far: `settings.windows`). */
export interface Occasion {
  readonly day: Temporal.PlainDate;
  /** Tells the round from others of its kind; none where there is but one. */
  readonly label?: Text;
}

/** A kind of visit: which trainings have it, and what its rounds follow, in order; the first is occurrence 1. */
export interface FollowUpRule {
  readonly applies: (training: Training) => boolean;
  readonly occasions: (training: Training) => readonly Occasion[];
}

const isShort = ({ length }: Training): boolean => length === 'short';
const isLong = ({ length }: Training): boolean => length === 'long';

const itsEnd = ({ end }: Training): Occasion[] => [{ day: Temporal.PlainDate.from(end) }];

/** Every full month of it that is followed by another day of it. */
const itsMonths = ({ start, end }: Training): Occasion[] => {
  const first = Temporal.PlainDate.from(start);
  const months: Occasion[] = [];
  for (let month = 1; ; month += 1) {
    const day = first.add({ months: month }).subtract({ days: 1 });
    if (Temporal.PlainDate.compare(day, end) >= 0) return months;
    months.push({ day, label: { zh: `第 ${month} 个月`, en: `Month ${month}` } });
  }
};

/** The policy's visits (POLICY §5). Together with a questionnaire a rule is all that a kind needs. */
export const followUpRules: Readonly<Record<VisitKind, FollowUpRule>> = {
  T1: { applies: isShort, occasions: itsEnd },
  T2: { applies: isShort, occasions: itsEnd },
  T3: { applies: isLong, occasions: itsMonths },
  T4: { applies: isLong, occasions: itsEnd },
  T5: { applies: isLong, occasions: itsEnd },
};
