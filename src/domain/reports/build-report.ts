import { compareDimension, compareSatisfaction } from '../analysis/compare-figures.ts';
import { type AskedCell, type Figures, figuresOf } from '../analysis/figures.ts';
import { hidden } from '../analysis/told.ts';
import { dueDayOf } from '../followups/due-day.ts';
import type { Improvement } from '../improvements/improvement.ts';
import { judgedIn } from '../issues/judged.ts';
import type { Settings } from '../kernel/settings.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import type { Stores } from '../stores.ts';
import type { Training } from '../trainings/training.ts';
import { commentedRounds } from './commented-rounds.ts';
import { isLowResponse } from './low-response.ts';
import { isCounted, isInWords, peopleOfQuarter } from './people-of-quarter.ts';
import { type Period, previousPeriod, quarterOf } from './period.ts';
import { poolsInScope, type ScopedPool } from './pools-in-scope.ts';
import {
  type Definition,
  definitions,
  type PeopleCount,
  type PeopleFigure,
  type Report,
  type ReportedDimension,
  type ReportedRound,
  type ReportedTraining,
  type ReportScope,
} from './report.ts';
import { reportIssues } from './report-issues.ts';
import { roundsInScope, type ScopeDeps, type ScopedRound, saysSomething } from './rounds-in-scope.ts';

export type ReportDeps = ScopeDeps & Pick<Stores, 'trainings' | 'issues' | 'improvements' | 'pools'>;

const mostIssues = 5;

/**
 * The report of a period (A7, S3). `today` is a local date of the organisation's zone. Adds up frozen
 * results: the number of database requests is fixed, the work grows with rounds and visits, never with answers.
 */
export const buildReport = async (
  deps: ReportDeps,
  period: Period,
  scope: ReportScope,
  settings: Pick<Settings, 'minimumGroup' | 'issueRule' | 'organisation'>,
  today: string,
): Promise<Report> => {
  const { questionnaires } = deps;
  const minimum = settings.minimumGroup.scores;
  const { timeZone } = settings.organisation;
  const peopleIn = (some: readonly ScopedRound[]) => peopleOfPeriod(some, scope, minimum, timeZone);
  const before = previousPeriod(period);
  const [rounds, earlier] = await Promise.all(
    [period, before].map((one) => roundsInScope(deps, one, scope, { minimum, today, timeZone })),
  );
  const [now, then] = [rounds ?? [], earlier ?? []];
  const [pools, poolsBefore] = await Promise.all([
    poolsInScope(deps, period, scope),
    poolsInScope(deps, before, scope),
  ]);
  const closed = now.filter(({ round }) => round.state === 'closed');
  const closedIds = closed.map(({ round }) => round.id);
  const [trainings, raised, begun] = await Promise.all([
    deps.trainings.byCodes([...new Set(now.map(({ round }) => round.training))]),
    deps.issues.ofRounds(closedIds),
    deps.improvements.ofRounds(closedIds),
  ]);
  const [figures, figuresBefore] = [
    figuresIn(now, questionnaires, pools),
    figuresIn(then, questionnaires, poolsBefore),
  ];
  const improvements = await deps.improvements.ofIssues(raised.map(({ id }) => id));
  const issues = reportIssues(closed, raised, improvements, scope, questionnaires, settings);
  return {
    period,
    before,
    scope,
    trainings: byTraining(now, trainings, questionnaires),
    trainingsBefore: new Set(then.map(({ round }) => round.training)).size,
    pools: pools.map((one) => ({
      pool: one.pool,
      satisfaction: figuresIn([], questionnaires, [one]).satisfaction,
    })),
    people: peopleIn(now),
    peopleBefore: peopleIn(then),
    lowResponse: isLowResponse(sumOfRounds(closed)),
    roundsTooSmall: closed.filter((round) => !saysSomething(round)).length,
    satisfaction: figures.satisfaction,
    satisfactionBefore: figuresBefore.satisfaction,
    satisfactionChange: compareSatisfaction(figuresBefore.satisfaction, figures.satisfaction),
    dimensions: reportedDimensions(figuresBefore, figures),
    nps: figures.nps,
    scrap: figures.scrap,
    issues: issues.slice(0, mostIssues),
    issueCount: issues.length,
    judged: judgedIn(closed.map(askedCell), questionnaires, settings),
    improvements: standing(begun, today),
    definitions: definitionsFor(figures),
    commented: await commentedRounds(deps, scope, closed),
  };
};

const reportedDimensions = (before: Figures, now: Figures): ReportedDimension[] =>
  now.dimensions.map((figure) => {
    const { dimension, score, n } = figure;
    const early = before.dimensions.find((one) => one.dimension === dimension);
    return { dimension, score, n, comparison: compareDimension(early, figure) };
  });

/**
 * Each person counts once a quarter; a year is the sum of its quarters, and so tells nothing that they do not: nothing where one of
 * them may not be told.
 */
const peopleOfPeriod = (
  rounds: readonly ScopedRound[],
  { kind }: ReportScope,
  minimum: number,
  timeZone: string,
): PeopleFigure => {
  const dayOf = ({ round }: ScopedRound): string => dueDayOf(round, timeZone);
  const quarters = [...Map.groupBy(rounds, (one) => quarterOf(dayOf(one)).fromDate).values()];
  const told = quarters.map((own) => peopleOfQuarter(own, kind !== 'all', minimum));
  const counted = told.filter(isCounted).filter(({ due }) => due > 0);
  if (told.includes(hidden)) return hidden;
  return counted.length > 0 ? addPeople(counted) : (told.find(isInWords) ?? addPeople([]));
};

/** The figures of single rounds, as they are told. */
const sumOfRounds = (rounds: readonly ScopedRound[]): PeopleCount =>
  addPeople(rounds.map(({ people }) => people).filter(isCounted));

const addPeople = (all: readonly PeopleCount[]): PeopleCount =>
  all.reduce(
    (sum, one) => ({
      due: sum.due + one.due,
      answered: sum.answered + one.answered,
      excused: sum.excused + one.excused,
    }),
    { due: 0, answered: 0, excused: 0 },
  );

const figuresIn = (
  rounds: readonly ScopedRound[],
  questionnaires: Questionnaires,
  pools: readonly ScopedPool[] = [],
): Figures =>
  figuresOf(
    [
      ...rounds.map(askedCell).filter((cell) => cell !== undefined),
      ...pools.map(({ pool: { questionnaire }, cell }) => ({ questionnaire, ...cell })),
    ],
    questionnaires,
  );

const askedCell = ({ round: { questionnaire }, cell }: ScopedRound): AskedCell | undefined =>
  questionnaire === undefined || cell === undefined ? undefined : { questionnaire, ...cell };

const byTraining = (
  rounds: readonly ScopedRound[],
  trainings: readonly Training[],
  questionnaires: Questionnaires,
): ReportedTraining[] => {
  const training = new Map(trainings.map((one) => [one.code, one]));
  return [...Map.groupBy(rounds, ({ round }) => round.training)].flatMap(([code, own]) => {
    const found = training.get(code);
    return found === undefined
      ? []
      : [{ training: found, rounds: own.map((one) => reportedRound(one, questionnaires)) }];
  });
};

const reportedRound = (scoped: ScopedRound, questionnaires: Questionnaires): ReportedRound => ({
  round: scoped.round,
  people: scoped.people,
  satisfaction: figuresIn([scoped], questionnaires).satisfaction,
});

const standing = (improvements: readonly Improvement[], today: string): Report['improvements'] => {
  const done = improvements.filter(({ state }) => state === 'done').length;
  const overdue = improvements.filter(({ state, dueDate }) => state !== 'done' && dueDate < today).length;
  return { open: improvements.length - done - overdue, overdue, done };
};

const definitionsFor = (figures: Figures): Definition[] => {
  const missing: Partial<Record<Definition, boolean>> = {
    satisfaction: figures.satisfaction === undefined,
    'dimension-score': figures.dimensions.length === 0,
    change: figures.dimensions.length === 0,
    nps: figures.nps === undefined,
    scrap: figures.scrap === undefined,
  };
  return definitions.filter((definition) => missing[definition] !== true);
};
