import { trainingsByCourse } from './001-trainings-by-course.ts';
import { issuesByCourse } from './002-issues-by-course.ts';
import { peopleByAddresses } from './003-people-by-addresses.ts';
import { resultsAsShown } from './004-results-as-shown.ts';
import { sealedAnswers } from './005-sealed-answers.ts';
import { daysOfVisits } from './006-days-of-visits.ts';
import { wiped } from './007-wiped.ts';
import type { Release } from './migration.ts';

/**
 * Every migration, in order, by the releases they went out with; an empty database skips them all. When a release has gone out,
 * its commit becomes the one before in `version-before.prove.ts`, and a database of it is kept (`test/fixtures`).
 */
export const releases: readonly Release[] = [
  // The release before these (1226a1e) knew no migrations: its databases are of version 0.
  [trainingsByCourse, issuesByCourse],
  [peopleByAddresses, resultsAsShown, sealedAnswers, daysOfVisits, wiped],
];
