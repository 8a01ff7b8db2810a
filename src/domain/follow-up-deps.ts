import type { DeliveryDeps } from './deliveries/delivery-deps.ts';
import type { ResponseKeys } from './responses/response-keys.ts';
import type { Stores } from './stores.ts';

/** What the product's own work (ticks, imports, recovery) is done with; a use case asks for the few it needs. */
export interface FollowUpDeps extends Stores, DeliveryDeps {
  readonly responseKeys: ResponseKeys;
  /** Closing waits longer than the longest request. */
  readonly closingPauseMs: number;
}
