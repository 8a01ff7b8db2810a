import { forInstructor } from '../../src/domain/analysis/disclosure.ts';
import type { Completion, Part } from '../../src/domain/analysis/result.ts';
import { numbersFrom } from '../../src/domain/analysis/roughly.ts';
import { hidden, isStopped, type Told } from '../../src/domain/analysis/told.ts';
import type { Visit } from '../../src/domain/followups/visit.ts';
import type { RoundId } from '../../src/domain/kernel/ids.ts';
import { localDate } from '../../src/domain/kernel/local-date.ts';
import { defaultSettings as settings } from '../../src/domain/kernel/settings.ts';
import { buildReport } from '../../src/domain/reports/build-report.ts';
import { funnelOf } from '../../src/domain/reports/funnel.ts';
import { quarterPeriod, yearPeriod } from '../../src/domain/reports/period.ts';
import type { PeopleFigure, Report, ReportScope } from '../../src/domain/reports/report.ts';
import type { AtClosing, Course } from './play-course.ts';

/** What was told of the answers of some people of a round: whose they are, everybody knows. */
export interface ToldAnswers {
  readonly round: RoundId;
  readonly people: ReadonlySet<string>;
  readonly told: Told;
  readonly scores: readonly number[];
  readonly revision: number;
}

/** Of how many people it was told at one moment how many of them had answered. */
export interface ToldCompletion {
  /** One, or those that make up the quarter. */
  readonly rounds: readonly RoundId[];
  readonly people: ReadonlySet<string>;
  readonly isEverybody: boolean;
}

/** What everybody got to see, one look after another. */
export interface Seen {
  readonly answers: ToldAnswers[];
  /** By look. */
  readonly completions: ToldCompletion[][];
  readonly comments: { readonly round: RoundId; readonly reached: number }[];
  /** Of so few people nothing of this may be told. */
  readonly tooSmall: string[];
  looks: number;
  figures: number;
}

export const nothingSeen = (): Seen => ({
  answers: [],
  completions: [],
  comments: [],
  tooSmall: [],
  looks: 0,
  figures: 0,
});

const key = 'd5-overall';

/** Staff, the channel, instructors, managers, heads of departments and management look at everything they can get. */
export const lookAround = async (
  course: Course,
  scopes: readonly ReportScope[],
  seen: Seen,
): Promise<void> => {
  const { deps, year, codes } = course;
  seen.looks += 1;
  const completions: ToldCompletion[] = [];
  seen.completions.push(completions);
  const teacher = await course.idOf('teacher');
  for (const [at, code] of codes.entries()) {
    const round = await course.roundOf(at);
    const training = await deps.trainings.byCode(code);
    if (round === undefined || training === undefined) continue;
    const visits = await deps.visits.ofRound(round.id);
    const [funnel] = (await funnelOf(deps, training)).rounds;
    if (funnel !== undefined && !('roughly' in funnel.progress) && round.state === 'open')
      completions.push({ rounds: [round.id], people: due(visits), isEverybody: true });
    const result = await deps.results.ofRound(round.id);
    const states = course.frozen.get(round.id) ?? [];
    if (result === undefined) continue;
    for (const shown of [result, forInstructor(result, teacher, settings)]) {
      const told = shown.whole.items[key];
      if (told !== undefined && told !== hidden) {
        const state = stateOf(states, told.n);
        see(seen, answersOf(round.id, state, undefined, told, states.indexOf(state) + 1));
      }
      // Whoever answered wrote something.
      const written = shown.comments['d5-suggestion'] ?? hidden;
      if (written !== hidden) seen.comments.push({ round: round.id, reached: written });
    }
  }
  const today = localDate(course.now(), settings.organisation.timeZone);
  for (const scope of scopes) {
    for (const period of [quarterPeriod(year, 3), yearPeriod(year)]) {
      const report = await buildReport(deps, period, scope, settings, today);
      await seeReport(course, scope, report, seen, completions, period.kind === 'quarter');
    }
  }
};

const due = (visits: readonly Visit[]): ReadonlySet<string> =>
  new Set(visits.flatMap(({ person, excuse }) => (excuse === 'withdrawn' ? [] : [person])));

const see = (seen: Seen, told: ToldAnswers): void => {
  seen.figures += 1;
  const same = (one: ToldAnswers): boolean =>
    one.round === told.round &&
    one.revision === told.revision &&
    one.people.size === told.people.size &&
    [...one.people].every((person) => told.people.has(person));
  if (!seen.answers.some(same)) seen.answers.push(told);
};

const isIn = (visit: Visit, part: Part | undefined): boolean =>
  part === undefined ||
  (part.kind === 'department' ? visit.department === part.department : visit.manager === part.person);

const answersOf = (
  round: RoundId,
  state: AtClosing,
  part: Part | undefined,
  told: Told,
  revision: number,
): ToldAnswers => {
  const { answers } = state;
  const people = countedIn(state)
    .filter((visit) => isIn(visit, part))
    .map(({ person }) => person as string);
  const scores = people.map((person) => answers.get(person) ?? 0);
  const sum = scores.reduce((all, one) => all + one, 0);
  if (told.n !== people.length || (!isStopped(told) && told.sum !== sum))
    throw new Error(`told of ${told.n} people, and it is ${people.length}`);
  return { round, people: new Set(people), told, scores, revision };
};

/** What came late is taken into a question's figures only where it is told of enough: the state in which so many had answered. */
const stateOf = (states: readonly AtClosing[], n: number): AtClosing => {
  const state = states.find((one) => countedIn(one).length === n);
  if (state === undefined) throw new Error(`told of ${n} people, who are nobody`);
  return state;
};

const countedIn = ({ visits, answers }: AtClosing): Visit[] =>
  visits.filter(({ person, excuse }) => excuse !== 'withdrawn' && answers.has(person));

/** What a report tells of each round, and of everybody in its period. */
const seeReport = async (
  course: Course,
  scope: ReportScope,
  report: Report,
  seen: Seen,
  completions: ToldCompletion[],
  isQuarter: boolean,
): Promise<void> => {
  const { deps } = course;
  const part: Part | undefined =
    scope.kind === 'all'
      ? undefined
      : scope.kind === 'manager'
        ? { kind: 'manager', person: scope.person }
        : { kind: 'department', department: scope.department };
  const own = part === undefined ? undefined : new Set((await deps.trainings.enrolmentsIn(part)).map(idOf));
  const isOwn = (visit: Visit): boolean => own === undefined || own.has(idOf(visit));
  const rounds: RoundId[] = [];
  const everybody = new Set<string>();
  for (const { round, people, satisfaction } of report.trainings.flatMap(({ rounds }) => rounds)) {
    const visits = await deps.visits.ofRound(round.id);
    const own = visits.filter(isOwn);
    const isTold = people !== undefined && people !== hidden;
    if (isTold && part !== undefined && due(own).size > 0 && due(own).size < settings.minimumGroup.scores)
      seen.tooSmall.push(`how far ${due(own).size} people are in ${round.id}`);
    if (isNumbers(people) && round.state === 'open' && due(own).size < numbersFrom)
      seen.tooSmall.push(`how far ${due(own).size} people are in ${round.id}, live`);
    if (isNumbers(people)) {
      const set = due(own);
      if (people.due !== set.size && round.state === 'open') throw new Error('other people are due');
      completions.push({ rounds: [round.id], people: set, isEverybody: part === undefined });
      rounds.push(round.id);
      for (const person of set) everybody.add(person);
    }
    const state = course.frozen.get(round.id);
    if (satisfaction === undefined || state === undefined) continue;
    const { answers, stopped, sum } = satisfaction.amount;
    const at = part === undefined ? stateOf(state, answers) : state[0];
    if (at === undefined) continue;
    const revision = state.indexOf(at) + 1;
    const ids = new Set(own.map(({ person }) => person));
    const counted = countedIn(at).filter(({ person }) => ids.has(person));
    if (counted.length !== answers)
      throw new Error(`a report tells of ${answers}, and it is ${counted.length}`);
    const scores = counted.map(({ person }) => at.answers.get(person) ?? 0);
    const total = scores.reduce((all, one) => all + one, 0);
    if (sum.most < total || sum.least > total) throw new Error('a report tells another sum');
    const told: Told =
      stopped === 0
        ? { n: answers, sum: total, sumOfSquares: 0, histogram: {} }
        : { n: answers, stopped: 'scores', satisfied: satisfaction.amount.satisfied.most };
    see(seen, {
      round: round.id,
      people: new Set(counted.map(({ person }) => person as string)),
      told,
      scores,
      revision,
    });
  }
  if (isQuarter && isNumbers(report.people))
    completions.push({ rounds, people: everybody, isEverybody: part === undefined });
};

const idOf = ({ person, training }: Pick<Visit, 'person' | 'training'>): string => `${person}|${training}`;

const isNumbers = (people: PeopleFigure | undefined): people is Completion =>
  people !== undefined && people !== hidden && 'due' in people && people.due > 0;
