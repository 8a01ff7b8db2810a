import { isDuplicateKey } from '../upsert.ts';
import type { Migration } from './migration.ts';
import type { Slices } from './slices.ts';

const found = ['round', 'training', 'questionnaire', 'rule', 'n', 'mean', 'satisfaction', 'raisedAt'];

/** An issue belongs to a course and gathers what rounds find; one of the time before is the finding of one round. */
export const issuesByCourse: Migration = {
  number: 2,
  name: '002-issues-by-course',
  add: async (slices) => {
    try {
      await adopt(slices);
    } catch (error) {
      // Another process has just raised the same finding: it is held by another issue now, and left out.
      if (!isDuplicateKey(error)) throw error;
      await adopt(slices);
    }
  },
};

const adopt = async ({ db, change }: Slices): Promise<void> => {
  const trainings = await db
    .collection<{ _id: string; course: string }>('trainings')
    .find({}, { projection: { course: 1 } })
    .toArray();
  const courseOf = new Map(trainings.map(({ _id, course }) => [_id, course]));
  const held = new Set(await db.collection('issues').distinct('evidence.finding'));
  await change({
    collection: 'issues',
    fields: ['course', 'evidence', ...found],
    change: ({ _id, course, evidence, raisedAt: at, ...issue }) => {
      const { round, training, questionnaire, rule, n, mean, satisfaction } = issue;
      const known = course ?? courseOf.get(training);
      if (evidence !== undefined || known === undefined || held.has(_id)) return undefined;
      const finding = { finding: _id, round, training, questionnaire, rule, n, mean, satisfaction, at };
      return { $set: { course: known, evidence: [finding] } };
    },
  });
};
