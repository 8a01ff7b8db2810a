import { daysLater, localDate } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'rounds'> & Pick<Means, 'clock' | 'settings'>;

/** A process lives no longer between taking a late answer and asking for its round to be looked at again. */
const recentDays = 3;

/**
 * At start: rounds closed in the last days are announced again. An answer that was taken at the last moment by a
 * process that died then is counted; where nothing changed, nothing is said.
 */
export const recheckClosed = async ({ rounds, clock, settings }: Deps): Promise<void> => {
  const today = localDate(clock.now(), settings.organisation.timeZone);
  for (const round of await rounds.dueBetween(daysLater(today, -recentDays), today)) {
    if (round.state === 'closed' && round.announced) await rounds.announceAgain(round.id);
  }
};
