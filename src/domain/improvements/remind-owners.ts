import { eachAlone } from '../kernel/each-alone.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'improvements' | 'deliveries'> & Pick<Means, 'clock' | 'settings' | 'log'>;

/** I2, "followed until done": the owner is reminded on the due day, once; after it the report shows it as overdue. */
export const remindOwners = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const today = localDate(now, deps.settings.organisation.timeZone);
  const due = await deps.improvements.toRemind(today, 1);
  return eachAlone(
    deps,
    due,
    ({ id }) => id,
    async (improvement) => {
      await deps.deliveries.plan([
        {
          subject: { kind: 'improvement-reminder', improvement: improvement.id, number: 1 },
          recipient: { person: improvement.owner },
          notBefore: now,
        },
      ]);
      await deps.improvements.markReminded(improvement.id, 1);
    },
  );
};
