import { buildResult } from '../analysis/build-result.ts';
import { type DisclosedCell, type DisclosedResult, hidden } from '../analysis/disclosed-result.ts';
import { disclose } from '../analysis/disclosure.ts';
import type { Result } from '../analysis/result.ts';
import type { Round } from '../followups/round.ts';
import type { Visit } from '../followups/visit.ts';
import type { Settings } from '../kernel/settings.ts';
import type { Means } from '../means.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import type { Stores } from '../stores.ts';
import type { Period } from './period.ts';
import type { ReportScope } from './report.ts';

/** A round as far as the scope reaches: its people, and the cell that may be shown. */
export interface ScopedRound {
  readonly round: Round;
  readonly visits: readonly Visit[];
  /** Undefined of a round that was missed or has not opened; of an open one it holds completion alone. */
  readonly cell: DisclosedCell | undefined;
}

export type ScopeDeps = Pick<Stores, 'rounds' | 'visits' | 'results'> & Pick<Means, 'questionnaires'>;

/** The rounds due in a period, by due day and code; of a manager or a department only those where their people were due. */
export const roundsInScope = async (
  deps: ScopeDeps,
  period: Period,
  scope: ReportScope,
  settings: Pick<Settings, 'minimumGroup'>,
): Promise<ScopedRound[]> => {
  const rounds = await deps.rounds.dueBetween(period.fromDate, period.toDate);
  const ids = rounds.map((round) => round.id);
  const [visits, results] = await Promise.all([deps.visits.ofRounds(ids), deps.results.ofRounds(ids)]);
  const visitsOf = Map.groupBy(visits, (visit) => visit.round);
  const resultOf = new Map(results.map((result) => [result.round, result]));
  return rounds
    .map((round): ScopedRound => {
      const everybody = visitsOf.get(round.id) ?? [];
      const disclosed = disclosedRound(
        round,
        everybody,
        resultOf.get(round.id),
        deps.questionnaires,
        settings,
      );
      return {
        round,
        visits: everybody.filter(isWithin(scope)),
        cell: disclosed && cellOf(disclosed, scope),
      };
    })
    .filter(({ visits: own }) => scope.kind === 'all' || own.length > 0)
    .sort((one, other) => (sortKey(one.round) < sortKey(other.round) ? -1 : 1));
};

const isWithin =
  (scope: ReportScope) =>
  ({ manager, department }: Visit): boolean =>
    scope.kind === 'all' ||
    (scope.kind === 'manager' ? manager === scope.person : department === scope.department);

const cellOf = (
  { whole, managers, departments }: DisclosedResult,
  scope: ReportScope,
): DisclosedCell | undefined => {
  switch (scope.kind) {
    case 'all':
      return whole;
    case 'manager':
      return managers[scope.person];
    case 'department':
      return departments[scope.department];
  }
};

/** Whether anything that was said may be shown. */
export const saysSomething = ({ cell }: ScopedRound): boolean =>
  Object.values(cell?.items ?? {}).some((tally) => tally !== hidden);

/**
 * Before its result is announced, that is final, a round is shown as if nobody had said anything: completion
 * alone. Two revisions of a result, one answer apart, would tell that answer (P3).
 */
const disclosedRound = (
  round: Round,
  visits: readonly Visit[],
  result: Result | undefined,
  questionnaires: Questionnaires,
  settings: Pick<Settings, 'minimumGroup'>,
): DisclosedResult | undefined => {
  if (round.state === 'closed' && round.announced && result !== undefined) return disclose(result, settings);
  if (round.state === 'planned' || round.state === 'missed' || round.questionnaire === undefined) return;
  const unsaid = buildResult({
    round,
    questionnaire: questionnaires.of(round.questionnaire),
    answered: visits.map((visit) => ({ visit, response: undefined })),
    frozenAt: round.dueAt,
    revision: 0,
  });
  return disclose(unsaid, settings);
};

const sortKey = (round: Round): string => `${round.dueDate} ${round.id}`;
