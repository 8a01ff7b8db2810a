import { folded } from '../literal.ts';
import type { Migration } from './migration.ts';

/** Trainings are found by their course, too, however its letters were typed. */
export const trainingsByCourse: Migration = {
  number: 1,
  name: '001-trainings-by-course',
  add: ({ change }) =>
    change({
      collection: 'trainings',
      fields: ['course', 'courseFolded'],
      change: ({ course, courseFolded }) =>
        courseFolded === folded(course) ? undefined : { $set: { courseFolded: folded(course) } },
    }),
};
