import type { DeliveryStore } from '../deliveries/delivery-store.ts';
import type { IssueStore } from '../issues/issue-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { spreadAssignment } from './assign-issue.ts';
import type { ImprovementStore } from './improvement-store.ts';

interface Deps {
  readonly issues: IssueStore;
  readonly improvements: ImprovementStore;
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
}

/** At start: an assignment is the truth; the issue, the owner's card and the channel's card follow it. Safe to repeat. */
export const recoverImprovements = async (deps: Deps): Promise<void> => {
  for (const improvement of await deps.improvements.recent()) await spreadAssignment(deps, improvement);
};
