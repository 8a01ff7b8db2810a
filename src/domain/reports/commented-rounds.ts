import { hidden } from '../analysis/told.ts';
import type { Stores } from '../stores.ts';
import type { Report, ReportScope } from './report.ts';
import { type ScopedRound, saysSomething } from './rounds-in-scope.ts';

/** Those of these rounds whose comments the same people may read (`readable-comments.ts`); the training department has them elsewhere. */
export const commentedRounds = async (
  { results }: Pick<Stores, 'results'>,
  scope: ReportScope,
  rounds: readonly ScopedRound[],
): Promise<Report['commented']> => {
  const told = scope.kind === 'all' ? [] : rounds.filter(saysSomething).map(({ round }) => round);
  const counts = new Map(
    (await results.ofRounds(told.map(({ id }) => id))).map(({ round, comments }) => [
      round,
      Object.values(comments).reduce<number>((sum, count) => sum + (count === hidden ? 0 : count), 0),
    ]),
  );
  return told.flatMap((round) => {
    const count = counts.get(round.id) ?? 0;
    return count === 0 ? [] : [{ round, count }];
  });
};
