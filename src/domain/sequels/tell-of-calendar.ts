import { Temporal } from 'temporal-polyfill';
import type { DeliveryPlan } from '../deliveries/delivery-store.ts';
import { todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'deliveries'> & Pick<Means, 'clock' | 'settings' | 'calendar'>;

/** A quarter ahead: next year's holidays are made known in November, and an update takes its time. */
const firstDays = 90;
const monthDays = 30;
const weekDays = 7;

/**
 * Of how many days left staff are told when there are `left`: from 90 days on every month, in the last month every week,
 * and every month again once it is over. Undefined while there is time.
 */
export const daysToTellOf = (left: number): number | undefined => {
  if (left > firstDays) return undefined;
  if (left <= 0) return 0 - Math.floor(-left / monthDays) * monthDays;
  const isLastMonth = left <= monthDays;
  const from = isLastMonth ? monthDays : firstDays;
  const every = isLastMonth ? weekDays : monthDays;
  return from - Math.floor((from - left) / every) * every;
};

/** Staff hear in time that the known holidays end, again and again until that is mended. Returns 0, whoever is told: there is nothing to go on with at once. */
export const tellOfCalendar = async (deps: Deps): Promise<number> => {
  const { knownUntil } = deps.calendar;
  if (knownUntil === undefined) return 0;
  const today = Temporal.PlainDate.from(todayOf(deps));
  const days = daysToTellOf(today.until(knownUntil, { largestUnit: 'days' }).days);
  if (days === undefined) return 0;
  const subject = {
    kind: 'calendar-ends',
    until: knownUntil.toString(),
    days,
  } as const;
  const notBefore = deps.clock.now();
  const staff = await staffToTell(deps);
  await deps.deliveries.plan(
    staff.map((person): DeliveryPlan => ({ subject, recipient: { person }, notBefore })),
  );
  return 0;
};
