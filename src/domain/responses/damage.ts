import type { Visit } from '../followups/visit.ts';
import type { Response } from './response.ts';
import { pagesSaved } from './standing-answers.ts';

/**
 * How many pages of what somebody said are not as they were saved (P1): changed, gone, or all of it as it was once before. The
 * ledger hears of every page after it is saved, so there can be more than it knows of, never fewer; and what
 * whoever did not attend had said was taken back before the ledger heard of it.
 */
export const damagedPages = (
  visit: Pick<Visit, 'pagesSaved' | 'excuse'>,
  response: Response | undefined,
): number =>
  Math.max(
    response?.damaged ?? 0,
    (visit.pagesSaved ?? 0) - savedIn(response),
    isTakenBack(visit) && response?.withdrawn === false ? savedIn(response) : 0,
  );

/** What stands of it: nothing of a response that was put back to what it was before. */
export const trusted = (
  visit: Pick<Visit, 'pagesSaved'>,
  response: Response | undefined,
): Response | undefined => (savedIn(response) < (visit.pagesSaved ?? 0) ? undefined : response);

/** What counts of it: besides, nothing of what was taken back, whatever became of it in the database. */
export const counted = (
  visit: Pick<Visit, 'pagesSaved' | 'excuse'>,
  response: Response | undefined,
): Response | undefined => (isTakenBack(visit) ? undefined : trusted(visit, response));

const isTakenBack = ({ excuse }: Pick<Visit, 'excuse'>): boolean => excuse === 'did-not-attend';

const savedIn = (response: Response | undefined): number =>
  response === undefined ? 0 : pagesSaved(response);
