import { completionRates } from '../analysis/measures.ts';
import { isCounted } from './people-of-quarter.ts';
import type { PeopleFigure } from './report.ts';

/** Below this completion those who answered may not speak for the others. */
const lowCompletion = 0.6;

/** Whether figures of these people are to be read with care. */
export const isLowResponse = (people: PeopleFigure): boolean =>
  isCounted(people) && (completionRates(people).rate ?? 1) < lowCompletion;
