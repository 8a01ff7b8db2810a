import type { Part, ResultCell } from '../analysis/result.ts';
import { rollOfOnes } from '../analysis/roll.ts';
import { nameOfPart } from '../analysis/sums.ts';
import { hidden } from '../analysis/told.ts';
import type { Round } from '../followups/round.ts';
import { type Visit, whose } from '../followups/visit.ts';
import type { RoundId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { ResponseKeys } from '../responses/response-keys.ts';
import type { Stores } from '../stores.ts';
import { partCountedAs } from './part-counted-as.ts';
import type { Period } from './period.ts';
import type { PeopleFigure, ReportScope } from './report.ts';
import { roundsOfPeriod } from './rounds-of-period.ts';
import { tellPeople } from './tell-people.ts';

/** A round as far as the scope reaches: its people by the roster of today, and the cell that may be shown. */
export interface ScopedRound {
  readonly round: Round;
  readonly visits: readonly Visit[];
  /** What was said, as far as it may be shown: of a round whose result is announced. */
  readonly cell: ResultCell | undefined;
  /** Undefined of a round that was missed or has not opened. */
  readonly people: PeopleFigure | undefined;
  readonly everybody: readonly Visit[];
}

export type ScopeDeps = Pick<Stores, 'trainings' | 'rounds' | 'visits' | 'results'> &
  Pick<Means, 'questionnaires' | 'responseKeys'>;

/** What may be told of whom, the organisation's zone and its day there. */
export interface Telling {
  readonly minimum: number;
  readonly today: string;
  readonly timeZone: string;
}

/** The rounds due in a period, as far as a scope reaches. */
export const roundsInScope = async (
  deps: ScopeDeps,
  period: Period,
  scope: ReportScope,
  telling: Telling,
): Promise<ScopedRound[]> =>
  scopeRounds(deps, await roundsOfPeriod(deps, period, telling.timeZone), scope, telling);

/**
 * Rounds by due day and code; of a manager or a department only those where people were due who are theirs
 * by the training's roster today, and what was said only where exactly these were counted together (P3).
 */
export const scopeRounds = async (
  deps: ScopeDeps,
  rounds: readonly Round[],
  scope: ReportScope,
  { minimum, today }: Telling,
): Promise<ScopedRound[]> => {
  const part = partOf(scope);
  const [{ visits, unreadable }, isOwn] = await Promise.all([
    deps.visits.ledgerOf(rounds.map(({ id }) => id)),
    ownershipToday(deps, part),
  ]);
  // Closed, it was counted while it could be.
  const canBeCounted = ({ id, state }: Round): boolean => state === 'closed' || !unreadable.has(id);
  const visitsOf = Map.groupBy(visits, (visit) => visit.round);
  const peopled = rounds
    .map((round) => {
      const everybody = visitsOf.get(round.id) ?? [];
      const own = everybody.filter(isOwn);
      return { round, everybody, own, part: part && partCountedAs(part.kind, own, everybody) };
    })
    .filter(({ own }) => part === undefined || own.length > 0);
  const kept = await keptCells(deps, part === undefined, peopled);
  const ones = foundToBe(visits, deps.responseKeys);
  return peopled
    .map(({ round, everybody, own, part: counted }): ScopedRound => {
      const isTold = part === undefined || counted !== undefined;
      const frozen = isTold ? kept.get(round.id) : undefined;
      const found = {
        round,
        everybody,
        own,
        part: counted && nameOfPart(counted),
        frozen: frozen?.completion,
      };
      const people = isTold ? tellPeople(found, minimum, today) : hidden;
      return {
        round,
        visits: own,
        cell: isFinal(round) && frozen !== undefined ? withOnes(frozen, ones) : undefined,
        people: hasBegun(round) && canBeCounted(round) ? people : undefined,
        everybody,
      };
    })
    .sort((one, other) => (sortKey(one.round) < sortKey(other.round) ? -1 : 1));
};

/** Whom people on these rounds' rolls were found to be since, by their digests. */
const foundToBe = (
  visits: readonly Visit[],
  responseKeys: Pick<ResponseKeys, 'person'>,
): ReadonlyMap<number, number> =>
  new Map(
    visits.flatMap(({ person, countsFor }) =>
      countsFor === undefined ? [] : [[responseKeys.person(person), responseKeys.person(countsFor)] as const],
    ),
  );

const withOnes = (cell: ResultCell, ones: ReadonlyMap<number, number>): ResultCell =>
  cell.roll === undefined ? cell : { ...cell, roll: rollOfOnes(cell.roll, ones) };

const partOf = (scope: ReportScope): Part | undefined => {
  if (scope.kind === 'all') return undefined;
  return scope.kind === 'manager'
    ? { kind: 'manager', person: scope.person }
    : { kind: 'department', department: scope.department };
};

/** Whether a visit is of somebody in this part, as the roster of its training says now. */
const ownershipToday = async (
  { trainings }: Pick<Stores, 'trainings'>,
  part: Part | undefined,
): Promise<(visit: Visit) => boolean> => {
  if (part === undefined) return () => true;
  const lines = await trainings.enrolmentsIn(part);
  const own = new Set(lines.map(({ person, training }) => `${person}|${training}`));
  return (visit) => own.has(`${whose(visit)}|${visit.training}`);
};

/** One request for everybody, or for each name under which today's people were counted: hardly ever more than one. */
const keptCells = async (
  { results }: Pick<Stores, 'results'>,
  ofEverybody: boolean,
  rounds: readonly { readonly round: Round; readonly part: Part | undefined }[],
): Promise<ReadonlyMap<RoundId, ResultCell>> => {
  if (ofEverybody) {
    const kept = await results.ofRounds(rounds.map(({ round }) => round.id));
    return new Map(kept.map(({ round, whole }) => [round, whole]));
  }
  const byPart = Map.groupBy(rounds, ({ part }) => part && nameOfPart(part));
  const asked = [...byPart.values()].map(async (some) => {
    const [first] = some;
    if (first?.part === undefined) return [];
    return results.cells(
      first.part,
      some.map(({ round }) => round.id),
    );
  });
  return new Map((await Promise.all(asked)).flat().map(({ round, cell }) => [round, cell]));
};

/** Whether anything that was said may be shown. */
export const saysSomething = ({ cell }: ScopedRound): boolean =>
  Object.values(cell?.items ?? {}).some((tally) => tally !== hidden);

/** A pooled one is told with the others of its pool. */
const isFinal = ({ state, announced, pool }: Round): boolean =>
  state === 'closed' && announced && pool === undefined;

const hasBegun = ({ state, questionnaire }: Round): boolean =>
  (state === 'open' || state === 'closed') && questionnaire !== undefined;

const sortKey = (round: Round): string => `${round.dueDate} ${round.id}`;
