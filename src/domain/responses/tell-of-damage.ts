import type { DeliveryPlan } from '../deliveries/delivery-store.ts';
import type { Round } from '../followups/round.ts';
import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'deliveries'> & Pick<Means, 'clock' | 'settings' | 'log'>;

/**
 * Says that pages of a round's answers are not as they were saved (P1): to whoever reads the log, and to the training staff,
 * once for so many pages. Never whose they are.
 */
export const tellOfDamage = async (deps: Deps, round: Round, pages: number): Promise<void> => {
  if (pages === 0) return;
  deps.log?.error(
    { round: round.id, pages },
    'answers were changed in the database: these pages count nowhere',
  );
  const staff = await staffToTell(deps);
  await deps.deliveries.plan(
    staff.map(
      (person): DeliveryPlan => ({
        subject: { kind: 'damaged-answers', round: round.id, pages },
        recipient: { person },
        notBefore: deps.clock.now(),
      }),
    ),
  );
};
