import type { Result } from '../../domain/analysis/result.ts';
import { hidden } from '../../domain/analysis/told.ts';
import type { ViewParts } from '../view-parts.ts';

/** Comments as far as they may be shown. */
export interface ShownComments {
  /** Unattributed, in no order that tells anything; not more than anybody reads at once. */
  readonly texts: readonly string[];
  /** How many there are of those that may be shown. */
  readonly count: number;
  /** Some question for comments was reached by too few people. */
  readonly withheld: boolean;
}

/** More are counted, not read. */
const mostRead = 200;

/** The comments of a result, or of what of it somebody may see; texts of so many at most. */
export const shownComments = async (
  { results }: Pick<ViewParts, 'results'>,
  { round, comments }: Pick<Result, 'round' | 'comments'>,
  most = mostRead,
): Promise<ShownComments> => {
  const texts: string[] = [];
  let count = 0;
  for (const [key, number] of Object.entries(comments)) {
    if (number === hidden) continue;
    count += number;
    const room = most - texts.length;
    if (room > 0 && number > 0)
      texts.push(...(await results.comments(round, key, room)).map(({ text }) => text));
  }
  return { texts, count, withheld: Object.values(comments).includes(hidden) };
};
