import type { Pool } from '../analysis/pool.ts';
import type { Round } from '../followups/round.ts';
import type { RoundId } from '../kernel/ids.ts';
import { todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import { may } from '../people/permissions.ts';
import type { Stores } from '../stores.ts';
import { type Asking, scopesFor } from './report-scopes.ts';
import { type ScopeDeps, saysSomething, scopeRounds } from './rounds-in-scope.ts';

/** What somebody may read the comments of; `ofPart`: they see figures of a part of a round's people only. */
export type Readable = { readonly round: Round; readonly ofPart: boolean } | { readonly pool: Pool };

type Deps = ScopeDeps & Pick<Stores, 'pools'> & Pick<Means, 'clock' | 'settings'>;

/**
 * P3: comments are for the training department, and a round's for managers and heads of departments who see figures of their
 * own people in it. To all of them they are those of everybody: apart, they would tell whose people wrote. Undefined: not for
 * this one, or not yet.
 */
export const readableComments = async (
  deps: Deps,
  asking: Asking,
  id: RoundId,
): Promise<Readable | undefined> => {
  const all = may(asking.roles, 'read-all-comments');
  const round = await deps.rounds.byId(id);
  if (round === undefined) {
    const pool = all ? await deps.pools.byId(id) : undefined;
    return pool && { pool };
  }
  if (round.state !== 'closed' || !round.announced) return undefined;
  if (all) return { round, ofPart: false };
  const { settings } = deps;
  const telling = {
    minimum: settings.minimumGroup.scores,
    today: todayOf(deps),
    timeZone: settings.organisation.timeZone,
  };
  for (const { scope } of await scopesFor(deps, asking)) {
    const scoped = scope.kind === 'all' ? [] : await scopeRounds(deps, [round], scope, telling);
    if (scoped.some(saysSomething)) return { round, ofPart: true };
  }
  return undefined;
};
