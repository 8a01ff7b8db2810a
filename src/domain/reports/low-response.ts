import { completionRates } from '../analysis/measures.ts';
import { type Disclosed, hidden } from '../analysis/told.ts';
import type { PeopleCount } from './report.ts';

/** Below this completion those who answered may not speak for the others. */
const lowCompletion = 0.6;

/** Whether figures of these people are to be read with care. */
export const isLowResponse = (people: Disclosed<PeopleCount>): boolean =>
  people !== hidden && (completionRates(people).rate ?? 1) < lowCompletion;
