import { localDate } from '../../domain/kernel/local-date.ts';
import type { Migration } from './migration.ts';

/** The ledger says when to the day: the hour would tell whose the k-th response is (DESIGN §3.6). */
export const daysOfVisits: Migration = {
  number: 6,
  name: '006-days-of-visits',
  alone: true,
  add: ({ change, given: { timeZone } }) => {
    const day = (moment: unknown): string | undefined =>
      moment instanceof Date ? localDate(moment, timeZone) : undefined;
    return change({
      collection: 'visits',
      fields: ['startedAt', 'answeredAt', 'endedAt'],
      change: ({ startedAt, answeredAt, endedAt }) => {
        const days = Object.entries({
          startedOn: day(startedAt),
          answeredOn: day(answeredAt),
          endedOn: day(endedAt),
        }).filter(([, on]) => on !== undefined);
        if (days.length === 0) return undefined;
        return { $set: Object.fromEntries(days), $unset: { startedAt: '', answeredAt: '', endedAt: '' } };
      },
    });
  },
};
