import type { DeliveryStore } from '../deliveries/delivery-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Settings } from '../kernel/settings.ts';
import type { ImprovementStore } from './improvement-store.ts';

interface Deps {
  readonly improvements: ImprovementStore;
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** I2, "followed until done": the owner is reminded on the due day, once; after it the report shows it as overdue. */
export const remindOwners = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const today = localDate(now, deps.settings.organisation.timeZone);
  const due = await deps.improvements.toRemind(today, 1);
  for (const improvement of due) {
    await deps.deliveries.plan([
      {
        kind: 'improvement-reminder',
        subject: `${improvement.id}#1`,
        recipient: { person: improvement.owner },
        notBefore: now,
      },
    ]);
    await deps.improvements.markReminded(improvement.id, 1);
  }
  return due.length;
};
