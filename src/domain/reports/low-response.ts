import { completionRates } from '../analysis/measures.ts';
import { halfUp } from '../kernel/half-up.ts';
import { isCounted } from './people-of-quarter.ts';
import type { PeopleFigure } from './report.ts';

/** Percent, as it is read beside the warning: below this those who answered may not speak for the others. */
const lowCompletion = 60;

/** Whether figures of these people are to be read with care. */
export const isLowResponse = (people: PeopleFigure): boolean =>
  isCounted(people) && halfUp((completionRates(people).rate ?? 1) * 100) < lowCompletion;
