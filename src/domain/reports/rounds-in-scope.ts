import { contributionsOf } from '../analysis/contribution.ts';
import { counting } from '../analysis/count-answers.ts';
import { disclose } from '../analysis/disclosure.ts';
import type { Part, ResultCell } from '../analysis/result.ts';
import { nameOfPart, sumUp } from '../analysis/sums.ts';
import { hidden } from '../analysis/told.ts';
import type { Round } from '../followups/round.ts';
import type { Visit } from '../followups/visit.ts';
import type { RoundId } from '../kernel/ids.ts';
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
  readonly cell: ResultCell | undefined;
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
  const part = partOf(scope);
  const [visits, kept] = await Promise.all([deps.visits.ofRounds(ids), keptCells(deps, part, ids)]);
  const visitsOf = Map.groupBy(visits, (visit) => visit.round);
  return rounds
    .map((round): ScopedRound => {
      const everybody = visitsOf.get(round.id) ?? [];
      const cell = isFinal(round) ? kept.get(round.id) : undefined;
      return {
        round,
        visits: everybody.filter(isWithin(scope)),
        cell: cell ?? unsaidCell(round, everybody, part, deps.questionnaires, settings),
      };
    })
    .filter(({ visits: own }) => scope.kind === 'all' || own.length > 0)
    .sort((one, other) => (sortKey(one.round) < sortKey(other.round) ? -1 : 1));
};

const partOf = (scope: ReportScope): Part | undefined => {
  if (scope.kind === 'all') return undefined;
  return scope.kind === 'manager'
    ? { kind: 'manager', person: scope.person }
    : { kind: 'department', department: scope.department };
};

const keptCells = async (
  { results }: Pick<Stores, 'results'>,
  part: Part | undefined,
  rounds: readonly RoundId[],
): Promise<ReadonlyMap<RoundId, ResultCell>> =>
  part === undefined
    ? new Map((await results.ofRounds(rounds)).map(({ round, whole }) => [round, whole]))
    : new Map((await results.cells(part, rounds)).map(({ round, cell }) => [round, cell]));

const isWithin =
  (scope: ReportScope) =>
  ({ manager, department }: Visit): boolean =>
    scope.kind === 'all' ||
    (scope.kind === 'manager' ? manager === scope.person : department === scope.department);

/** Whether anything that was said may be shown. */
export const saysSomething = ({ cell }: ScopedRound): boolean =>
  Object.values(cell?.items ?? {}).some((tally) => tally !== hidden);

const isFinal = ({ state, announced }: Round): boolean => state === 'closed' && announced;

/** Before its result is announced, a round is shown as if nobody had said anything: completion alone. */
const unsaidCell = (
  round: Round,
  visits: readonly Visit[],
  part: Part | undefined,
  questionnaires: Questionnaires,
  settings: Pick<Settings, 'minimumGroup'>,
): ResultCell | undefined => {
  if (round.state === 'planned' || round.state === 'missed' || round.questionnaire === undefined) return;
  const questionnaire = questionnaires.of(round.questionnaire);
  const count = counting();
  const people = visits.map((visit) => ({ visit, response: undefined }));
  for (const one of contributionsOf(round, questionnaire, people)) count.add(one);
  const { whole, parts } = disclose(sumUp(count.counted()), questionnaire, settings);
  return part === undefined ? whole : parts.find((one) => nameOfPart(one.part) === nameOfPart(part))?.cell;
};

const sortKey = (round: Round): string => `${round.dueDate} ${round.id}`;
