import { dueDayOf } from '../followups/due-day.ts';
import type { Round } from '../followups/round.ts';
import { daysLater } from '../kernel/local-date.ts';
import type { Stores } from '../stores.ts';
import type { Period } from './period.ts';

/** So many days may lie between the dates of one moment in two zones: from UTC−11 to UTC+14 it is more than one. */
const zonesApart = 2;

/** The rounds due in a period of the organisation's calendar, whatever the day where their trainings were. */
export const roundsOfPeriod = async (
  { rounds }: Pick<Stores, 'rounds'>,
  { fromDate, toDate }: Period,
  organisationZone: string,
): Promise<Round[]> => {
  const near = await rounds.dueBetween(daysLater(fromDate, -zonesApart), daysLater(toDate, zonesApart));
  return near.filter((round) => {
    const day = dueDayOf(round, organisationZone);
    return fromDate <= day && day <= toDate;
  });
};
