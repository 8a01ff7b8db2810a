import type { Visit } from '../followups/visit.ts';
import type { Response } from './response.ts';
import { pagesSaved } from './standing-answers.ts';

/**
 * How many pages of what somebody said are not as they were saved (P1): changed, gone, or all of it as it was once before. The
 * ledger hears of every page after it is saved, so there can be more than it knows of, never fewer.
 */
export const damagedPages = (visit: Pick<Visit, 'pagesSaved'>, response: Response | undefined): number =>
  Math.max(response?.damaged ?? 0, (visit.pagesSaved ?? 0) - savedIn(response));

/** What counts of it: nothing of a response that was put back to what it was before. */
export const trusted = (
  visit: Pick<Visit, 'pagesSaved'>,
  response: Response | undefined,
): Response | undefined => (savedIn(response) < (visit.pagesSaved ?? 0) ? undefined : response);

const savedIn = (response: Response | undefined): number =>
  response === undefined ? 0 : pagesSaved(response);
