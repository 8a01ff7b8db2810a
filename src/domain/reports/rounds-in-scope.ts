import type { Part, ResultCell } from '../analysis/result.ts';
import { nameOfPart } from '../analysis/sums.ts';
import { hidden } from '../analysis/told.ts';
import type { Round } from '../followups/round.ts';
import type { Visit } from '../followups/visit.ts';
import type { RoundId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Period } from './period.ts';
import type { PeopleFigure, ReportScope } from './report.ts';
import { tellPeople } from './tell-people.ts';

/** A round as far as the scope reaches: its people, and the cell that may be shown. */
export interface ScopedRound {
  readonly round: Round;
  readonly visits: readonly Visit[];
  /** What was said, as far as it may be shown: of a round whose result is announced. */
  readonly cell: ResultCell | undefined;
  /** Undefined of a round that was missed or has not opened. */
  readonly people: PeopleFigure | undefined;
  readonly everybody: readonly Visit[];
}

export type ScopeDeps = Pick<Stores, 'rounds' | 'visits' | 'results'> & Pick<Means, 'questionnaires'>;

/** What may be told of whom, and the day: a local date of the organisation's zone. */
export interface Telling {
  readonly minimum: number;
  readonly today: string;
}

/** The rounds due in a period, by due day and code; of a manager or a department only those where their people were due. */
export const roundsInScope = async (
  deps: ScopeDeps,
  period: Period,
  scope: ReportScope,
  { minimum, today }: Telling,
): Promise<ScopedRound[]> => {
  const rounds = await deps.rounds.dueBetween(period.fromDate, period.toDate);
  const ids = rounds.map((round) => round.id);
  const part = partOf(scope);
  const [visits, kept] = await Promise.all([deps.visits.ofRounds(ids), keptCells(deps, part, ids)]);
  const visitsOf = Map.groupBy(visits, (visit) => visit.round);
  return rounds
    .map((round): ScopedRound => {
      const everybody = visitsOf.get(round.id) ?? [];
      const own = everybody.filter(isWithin(scope));
      const frozen = kept.get(round.id);
      const found = { round, everybody, own, part: part && nameOfPart(part), frozen: frozen?.completion };
      return {
        round,
        visits: own,
        cell: isFinal(round) ? frozen : undefined,
        people: hasBegun(round) ? tellPeople(found, minimum, today) : undefined,
        everybody,
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

const hasBegun = ({ state, questionnaire }: Round): boolean =>
  (state === 'open' || state === 'closed') && questionnaire !== undefined;

const sortKey = (round: Round): string => `${round.dueDate} ${round.id}`;
