import { localDate } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import type { Stores } from '../stores.ts';
import { nextWorkingMorning } from './delivery-hours.ts';
import type { DeliveryPlan } from './delivery-store.ts';

const dayMs = 24 * 3_600_000;
/** First the morning's tries: whoever is reached by them needs no mention. */
const afterTriesMs = 30 * 60_000;

/**
 * Staff hear of everybody who could not be reached in one message, on the working morning after; on a day
 * without a refusal there is none. Returns how many messages it comes to.
 */
export const tellOfUnreachable = async (
  deps: Pick<Stores, 'people' | 'deliveries'> & Pick<Means, 'clock' | 'settings' | 'calendar'>,
): Promise<number> => {
  const { timeZone } = deps.settings.organisation;
  const now = deps.clock.now();
  const plans: DeliveryPlan[] = [];
  // Yesterday's as well: the day may have ended before this ran.
  for (const moment of [now, new Date(now.getTime() - dayMs)]) {
    if (!(await deps.deliveries.anyRefusedOn(localDate(moment, timeZone)))) continue;
    const morning = nextWorkingMorning(moment, timeZone, deps.settings, deps.calendar);
    const until = new Date(morning.getTime() + dayMs);
    if (until <= now) continue;
    const staff = await staffToTell(deps);
    plans.push(
      ...staff.map(
        (person): DeliveryPlan => ({
          subject: { kind: 'unreachable', date: localDate(morning, timeZone) },
          recipient: { person },
          notBefore: new Date(morning.getTime() + afterTriesMs),
          until,
        }),
      ),
    );
  }
  await deps.deliveries.plan(plans);
  return plans.length;
};
