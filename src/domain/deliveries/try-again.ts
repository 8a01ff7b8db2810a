import { daysLater, todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { nextDeliveryMoment } from './delivery-hours.ts';

type Deps = Pick<Stores, 'deliveries'> & Pick<Means, 'clock' | 'settings' | 'calendar'>;

/** No event tells that somebody has unblocked us (TEAMS.md, additions): so often it is tried whether they have. */
const everyDays = 3;
/** Longer than any window is open; whoever was away longer is found when they say something. */
const forDays = 100;
const mostAtOnce = 500;
const dayMs = 24 * 3_600_000;

/**
 * Whoever was given up is tried once more every few days while it is of use, on a working morning: an account may be
 * enabled again, a block lifted, our own secret renewed, and nobody says so. Until then they stay on the staff's list.
 */
export const tryAgain = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const { timeZone } = deps.settings.organisation;
  return deps.deliveries.tryRefusedAgain({
    now,
    since: new Date(now.getTime() - forDays * dayMs),
    notRefusedOn: Array.from({ length: everyDays }, (_, ago) => daysLater(todayOf(deps), -ago)),
    notBefore: nextDeliveryMoment(now, timeZone, deps.settings, deps.calendar),
    most: mostAtOnce,
  });
};
