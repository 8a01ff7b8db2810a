import type { DeliveryPlan } from '../deliveries/delivery-store.ts';
import type { Visit } from '../followups/visit.ts';
import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'deliveries'> & Pick<Means, 'clock' | 'settings'>;

/**
 * Tells the training staff who said that they did not attend, once, and anew if they took it back and said it again; whoever
 * joins the staff later hears nothing of it.
 */
export const tellOfAbsence = async (
  deps: Deps,
  visits: readonly Pick<Visit, 'id' | 'absencesTakenBack'>[],
): Promise<void> => {
  const subjects = visits.map(({ id, absencesTakenBack = 0 }) => ({
    kind: 'not-attended' as const,
    visit: id,
    number: absencesTakenBack + 1,
  }));
  const told = new Set((await deps.deliveries.about(subjects)).map(({ subject }) => subject.visit));
  const untold = subjects.filter(({ visit }) => !told.has(visit));
  if (untold.length === 0) return;
  const staff = await staffToTell(deps);
  await deps.deliveries.plan(
    untold.flatMap((subject) =>
      staff.map(
        (person): DeliveryPlan => ({
          subject,
          recipient: { person },
          notBefore: deps.clock.now(),
        }),
      ),
    ),
  );
};
