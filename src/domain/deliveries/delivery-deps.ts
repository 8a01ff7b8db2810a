import type { Clock } from '../kernel/clock.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { Settings } from '../kernel/settings.ts';
import type { WorkingCalendar } from '../kernel/working-calendar.ts';
import type { AccountStore } from '../people/account-store.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { Messenger } from './messenger.ts';
import type { Pace } from './pace.ts';

/** What delivering is done with. */
export interface DeliveryDeps {
  readonly deliveries: DeliveryStore;
  readonly accounts: AccountStore;
  readonly people: Pick<PersonStore, 'byId' | 'byIds' | 'representedBy'>;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly settings: Settings;
  readonly calendar: WorkingCalendar;
  /** A name for this process, for leases. */
  readonly owner: string;
  /** A number in [0, 1), for jitter. */
  readonly random: () => number;
  /** Waits in real time. */
  readonly pause: (ms: number) => Promise<void>;
  /** How long a claim is believed, in milliseconds of real time. */
  readonly leaseMs?: number;
  /** A shown card is replaced once in so many milliseconds at most. */
  readonly updateEveryMs?: number;
  readonly pace?: Pace;
  readonly metrics?: Metrics;
  /** Whether the process is about to end: nothing new is taken. */
  readonly stopping?: () => boolean;
}

/** Longer than a request may take (10 s), short enough to be taken over within a minute. */
export const usualLeaseMs = 30_000;
