import type { RosterRow } from './roster-row.ts';

const asText = (row: RosterRow): string => row.instructorEmails.join('\n');

/**
 * Gives the rows of a training, which name the same instructors, one order of them: whichever line comes first, the
 * training is the same, and the same file with its lines moved changes nothing.
 */
export const inOneInstructorOrder = (rows: readonly RosterRow[]): RosterRow[] => {
  const orders = new Map<string, RosterRow>();
  for (const row of rows) {
    const other = orders.get(row.code);
    if (other === undefined || asText(row) < asText(other)) orders.set(row.code, row);
  }
  return rows.map((row) => ({
    ...row,
    instructorEmails: orders.get(row.code)?.instructorEmails ?? row.instructorEmails,
  }));
};
