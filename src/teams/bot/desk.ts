import type { Clock } from '../../domain/kernel/clock.ts';
import type { Log } from '../../domain/kernel/log.ts';
import type { Metrics } from '../../domain/kernel/metrics.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import type { WorkingCalendar } from '../../domain/kernel/working-calendar.ts';
import type { IsFirstStaff } from '../../domain/people/roles-of.ts';
import type { Questionnaires } from '../../domain/questionnaires/registry.ts';
import type { ResponseKeys } from '../../domain/responses/response-keys.ts';
import type { Stores } from '../../domain/stores.ts';

/** What commands, card actions and presenters work with. */
export interface Desk {
  readonly stores: Stores;
  /** The product's clock. */
  readonly clock: Clock;
  readonly settings: Settings;
  readonly calendar: WorkingCalendar;
  readonly questionnaires: Questionnaires;
  readonly responseKeys: ResponseKeys;
  readonly isFirstStaff: IsFirstStaff;
  readonly log: Log;
  readonly metrics?: Metrics;
}
