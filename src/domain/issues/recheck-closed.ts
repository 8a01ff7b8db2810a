import type { RoundStore } from '../followups/round-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { daysLater, localDate } from '../kernel/local-date.ts';
import type { Settings } from '../kernel/settings.ts';

interface Deps {
  readonly rounds: RoundStore;
  readonly clock: Clock;
  readonly settings: Settings;
}

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
