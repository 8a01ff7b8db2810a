import { hidden } from '../analysis/told.ts';
import type { Round } from '../followups/round.ts';
import type { RoundId } from '../kernel/ids.ts';
import { may } from '../people/permissions.ts';
import type { Stores } from '../stores.ts';
import { type Asking, scopesFor } from './report-scopes.ts';
import { partOf } from './rounds-in-scope.ts';

/** A round whose comments somebody may read; `ofPart`: they see figures of a part of its people only. */
export interface ReadableRound {
  readonly round: Round;
  readonly ofPart: boolean;
}

/**
 * P3: a round's comments are for the training department, and for managers and heads of departments who see figures of their
 * own people in it. To all of them they are those of everybody: apart, they would tell whose people wrote. Undefined: not for
 * this one, or not yet.
 */
export const readableComments = async (
  deps: Pick<Stores, 'rounds' | 'results' | 'trainings'>,
  asking: Asking,
  id: RoundId,
): Promise<ReadableRound | undefined> => {
  const round = await deps.rounds.byId(id);
  if (round === undefined || round.state !== 'closed' || !round.announced) return undefined;
  if (may(asking.roles, 'read-all-comments')) return { round, ofPart: false };
  for (const { scope } of await scopesFor(deps, asking)) {
    const part = partOf(scope);
    const cells = part === undefined ? [] : await deps.results.cells(part, [id]);
    if (cells.some(({ cell }) => Object.values(cell.items).some((told) => told !== hidden)))
      return { round, ofPart: true };
  }
  return undefined;
};
