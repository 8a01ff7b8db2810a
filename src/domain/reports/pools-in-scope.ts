import type { Pool } from '../analysis/pool.ts';
import type { ResultCell } from '../analysis/result.ts';
import type { Stores } from '../stores.ts';
import { type Period, quarterPeriod } from './period.ts';
import type { ReportScope } from './report.ts';

/** Small trainings told together, and what they said. */
export interface ScopedPool {
  readonly pool: Pool;
  readonly cell: ResultCell;
}

/**
 * The pools of a period, by course; only for whoever sees everybody, for nothing is kept of their parts. A period's figures add
 * up these and the rounds that are shown, never a round of a pool: what lies between two periods or scopes is shown itself.
 */
export const poolsInScope = async (
  deps: Pick<Stores, 'pools' | 'results'>,
  period: Period,
  scope: ReportScope,
): Promise<ScopedPool[]> => {
  if (scope.kind !== 'all') return [];
  const pools = await deps.pools.ofQuarters(quartersOf(period));
  const results = await deps.results.ofRounds(pools.map(({ id }) => id));
  const cells = new Map(results.map(({ round, whole }) => [round, whole]));
  return pools
    .flatMap((pool) => {
      const cell = cells.get(pool.id);
      return cell === undefined ? [] : [{ pool, cell }];
    })
    .sort((one, other) => (sortKey(one.pool) < sortKey(other.pool) ? -1 : 1));
};

const quartersOf = (period: Period): string[] =>
  period.kind === 'quarter'
    ? [period.fromDate]
    : ([1, 2, 3, 4] as const).map((quarter) => quarterPeriod(period.year, quarter).fromDate);

const sortKey = ({ quarter, course, kind, questionnaire }: Pool): string =>
  `${quarter} ${course} ${kind} ${questionnaire}`;
