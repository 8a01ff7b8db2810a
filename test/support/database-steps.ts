import { aroundRequests, writing } from './around-requests.ts';

const asking = ['find', 'findOne', 'aggregate', 'countDocuments', 'distinct'] as const;

/**
 * What the database is asked while something is done, in order: `people.find`, `visits.bulkWrite`. Of one test at a
 * time, for it listens to every connection.
 */
export const databaseSteps = async (work: () => Promise<unknown>): Promise<string[]> => {
  const steps: string[] = [];
  let within = false;
  const noted = (request: string, send: () => unknown): unknown => {
    // The driver's own findOne is a find: one step, not two.
    if (within) return send();
    steps.push(request);
    within = true;
    try {
      return send();
    } finally {
      within = false;
    }
  };
  await aroundRequests([...asking, ...writing], noted, work);
  return steps;
};
