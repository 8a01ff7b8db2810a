import type { RosterRow } from '../rosters/roster-row.ts';

export type TrainingRows = readonly [RosterRow, ...RosterRow[]];

/**
 * So many trainings, and lines as long as there are fewer, are read and written together: a request for each of them would take
 * most of the time, and whoever is killed does no more than these again.
 */
const mostTrainings = 50;
const enoughRows = 500;

/** The rows of a roster training by training, some trainings at a time. */
export const rosterBatches = (rows: readonly RosterRow[]): TrainingRows[][] => {
  const batches: TrainingRows[][] = [];
  let batch: TrainingRows[] = [];
  let inBatch = 0;
  for (const [first, ...others] of Map.groupBy(rows, ({ code }) => code).values()) {
    if (first === undefined) continue;
    if (batch.length === mostTrainings || inBatch >= enoughRows) {
      batches.push(batch);
      [batch, inBatch] = [[], 0];
    }
    batch.push([first, ...others]);
    inBatch += 1 + others.length;
  }
  return batch.length === 0 ? batches : [...batches, batch];
};
