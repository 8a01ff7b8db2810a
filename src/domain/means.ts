import type { Messenger } from './deliveries/messenger.ts';
import type { Pace } from './deliveries/pace.ts';
import type { Clock } from './kernel/clock.ts';
import type { Log } from './kernel/log.ts';
import type { Metrics } from './kernel/metrics.ts';
import type { Settings } from './kernel/settings.ts';
import type { WorkingCalendar } from './kernel/working-calendar.ts';
import type { Directory } from './people/directory.ts';
import type { Questionnaires } from './questionnaires/registry.ts';
import type { ResponseKeys } from './responses/response-keys.ts';

/** What the product works with besides its stores. A use case asks for the few it needs (`Pick<Means, …>`). */
export interface Means {
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly settings: Settings;
  readonly calendar: WorkingCalendar;
  readonly messenger: Messenger;
  /** None where no channel has one. */
  readonly directory?: Directory;
  readonly questionnaires: Questionnaires;
  readonly responseKeys: ResponseKeys;
  /** A name for this process, for leases. */
  readonly owner: string;
  /** A number in [0, 1), for jitter. */
  readonly random: () => number;
  /** Waits in real time. */
  readonly pause: (ms: number) => Promise<void>;
  /** Closing waits longer than the longest request. */
  readonly closingPauseMs: number;
  /** How long a claim is believed, in milliseconds of real time. */
  readonly leaseMs?: number;
  /** What is shown is replaced once in so many milliseconds at most. */
  readonly updateEveryMs?: number;
  readonly pace?: Pace;
  readonly metrics?: Metrics;
  /** For what whoever runs the product must hear of, and no error says. */
  readonly log?: Log;
  /** Whether the process is about to end: nothing new is taken. */
  readonly stopping?: () => boolean;
}
