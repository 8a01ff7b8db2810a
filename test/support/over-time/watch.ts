import { insidersAmong } from '../../../src/domain/analysis/low-end.ts';
import { numbersFrom } from '../../../src/domain/analysis/roughly.ts';
import { type Disclosed, hidden, isStopped, type Told } from '../../../src/domain/analysis/told.ts';
import { type Visit, whose } from '../../../src/domain/followups/visit.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { todayOf } from '../../../src/domain/kernel/local-date.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { buildReport } from '../../../src/domain/reports/build-report.ts';
import { funnelOf } from '../../../src/domain/reports/funnel.ts';
import { quarterPeriod, yearPeriod } from '../../../src/domain/reports/period.ts';
import type { PeopleFigure, Report, ReportScope } from '../../../src/domain/reports/report.ts';
import type { Stores } from '../../../src/domain/stores.ts';
import { questionnaires } from '../questionnaires.ts';
import { fewOf, rowSpace } from '../row-space.ts';
import { derived, isCertain, type ToldSum } from './algebra.ts';
import { type Moment, responseKeys } from './play-story.ts';

const enough = settings.minimumGroup.scores;
const key = 'd5-overall';

/** What was looked at, and what could be worked out that nobody may know, in words. */
export interface Watched {
  looks: number;
  sums: number;
  readonly found: string[];
}

/** Everybody who may ask for anything, together, from the first day to the last: they remember all they were told. */
export const watching = (stores: Stores) => {
  const watched: Watched = { looks: 0, sums: 0, found: [] };
  const remembered = new Map<
    string,
    { told: ToldSum; who: ReadonlySet<PersonId>; scores: ReadonlyMap<PersonId, number> }
  >();

  const watch = async ({ rounds, now, year, scores }: Moment): Promise<void> => {
    for (const [run, round] of rounds.entries()) {
      const visits = (await stores.visits.ofRound(round.id)).filter(({ excuse }) => excuse !== 'withdrawn');
      const result = await stores.results.ofRound(round.id);
      if (result !== undefined) {
        const before = remembered.size;
        const people = visits.map(whose);
        const place = (who: ReadonlySet<PersonId>) => new Set([...who].map((one) => people.indexOf(one)));
        const remember = (name: string, told: Disclosed<Told> | undefined, of: readonly Visit[]): void => {
          const id = `${round.id} ${name}`;
          if (told === undefined || told === hidden || remembered.has(id)) return;
          const said = scores[run] ?? new Map();
          const who = new Set(of.map(whose).filter((person) => said.has(person)));
          // Late answers that would tell too much stay uncounted: the second revision says of this question what the first did.
          const first = remembered.get(`${round.id} whole 1`);
          if (name === 'whole 2' && first?.who.size === told.n) return;
          if (who.size !== told.n) watched.found.push(`${id}: ${told.n} answers of ${who.size} people`);
          remembered.set(id, { told: { people: place(who), ...boundsOf(told) }, who, scores: new Map(said) });
        };
        remember(`whole ${result.revision}`, result.whole.items[key], visits);
        for (const [name, own] of Object.entries(Object.groupBy(visits, ({ department }) => department))) {
          const [kept] = await stores.results.cells({ kind: 'department', department: name }, [round.id]);
          remember(name, kept?.cell.items[key], own ?? []);
        }
        for (const [person, own] of Map.groupBy(visits, ({ manager }) => manager)) {
          if (person === undefined) continue;
          const [kept] = await stores.results.cells({ kind: 'manager', person }, [round.id]);
          remember(person, kept?.cell.items[key], own);
        }
        if (remembered.size > before) workOut(round.id);
      }
    }
    await completions({ rounds, now, year, scores });
  };

  /** Puts together all that was ever told of a round's answers. */
  const workOut = (round: string): void => {
    const told = [...remembered].filter(([id]) => id.startsWith(`${round} `)).map(([, one]) => one);
    const everybody = [...new Set(told.flatMap(({ who }) => [...who]))];
    const said = new Map(told.flatMap(({ scores }) => [...scores]));
    const sums = told.map(({ told: bounds, who }) => ({
      ...bounds,
      people: new Set([...who].map((one) => everybody.indexOf(one))),
    }));
    watched.looks += 1;
    watched.sums += sums.length;
    const exact = sums.filter(
      ({ sum, satisfied }) => sum.least === sum.most || satisfied.least === satisfied.most,
    );
    const places = [...everybody.keys()];
    const row = (people: ReadonlySet<number>) => places.map((place) => (people.has(place) ? 1 : 0));
    const known = rowSpace(exact.map(({ people }) => row(people)));
    for (const some of fewOf(places, enough - 1))
      if (known.has(row(new Set(some)))) watched.found.push(`${round}: what ${some.length} people said`);
    for (const one of derived(sums, everybody.length)) {
      const scoresOf = [...one.people].map((at) => said.get(everybody[at] as PersonId) ?? 0);
      const own = scoresOf.sort((a, b) => b - a).slice(0, insidersAmong(one.people.size));
      for (let insiders = 0; insiders <= own.length; insiders += 1)
        if (isCertain(one, one.people.size - insiders, own.slice(0, insiders)))
          watched.found.push(`${round}: that ${one.people.size - insiders} others judged badly`);
    }
  };

  /** Who has answered, as everybody is told it at one moment. */
  const completions = async ({ rounds, now, year }: Moment): Promise<void> => {
    const deps = { ...stores, questionnaires, responseKeys, settings, clock: { now: () => now } };
    const today = todayOf(deps);
    const training = rounds[0] && (await stores.trainings.byCode(rounds[0].training));
    const everybody = (await stores.visits.ofRounds(rounds.map(({ id }) => id))).flat();
    const scopes: ReportScope[] = [
      { kind: 'all' },
      ...[...new Set(everybody.map(({ department }) => department))].map(
        (department) => ({ kind: 'department', department }) as const,
      ),
      ...[...new Set(everybody.flatMap(({ manager }) => manager ?? []))].map(
        (person) => ({ kind: 'manager', person }) as const,
      ),
    ];
    for (const scope of scopes) {
      for (const period of scope.kind === 'all'
        ? [quarterPeriod(year, 1), yearPeriod(year)]
        : [quarterPeriod(year, 1)]) {
        const report = await buildReport(deps, period, scope, settings, today);
        watched.looks += 1;
        judge(report, scope, everybody);
      }
    }
    for (const round of training === undefined ? [] : (await funnelOf(deps, training)).rounds) {
      const isLive = round.round.state === 'open' && !('roughly' in round.progress);
      if (isLive && round.due < numbersFrom) watched.found.push(`/status of ${round.due} people, live`);
    }
  };

  const judge = (report: Report, scope: ReportScope, everybody: readonly Visit[]): void => {
    const counted = report.trainings.flatMap(({ rounds }) => rounds).filter(({ people }) => isCount(people));
    for (const { round, people } of counted) {
      const due = isCount(people) ? people.due : 0;
      const least = round.state === 'open' ? numbersFrom : enough;
      if (due > 0 && due < least && (scope.kind !== 'all' || round.state === 'open'))
        watched.found.push(`${round.state} round of ${due} people in numbers (${scope.kind})`);
    }
    if (!isCount(report.people) || report.people.due === 0) return;
    const dueIn = (ids: readonly string[]) =>
      new Set(
        everybody.filter(({ round, excuse }) => ids.includes(round) && excuse !== 'withdrawn').map(whose),
      );
    if (scope.kind !== 'all') return;
    const all = dueIn(counted.map(({ round }) => round.id));
    for (const { round } of counted) {
      const rest = all.size - dueIn([round.id]).size;
      if (rest > 0 && rest < enough) watched.found.push(`the period less ${round.id}: ${rest} people`);
    }
  };
  return { watched, watch };
};

const isCount = (
  people: PeopleFigure | undefined,
): people is { due: number; answered: number; excused: number } =>
  typeof people === 'object' && 'due' in people;

/** What is told of a set of scores. */
const boundsOf = (told: Told): Pick<ToldSum, 'satisfied' | 'sum'> => {
  const [worst, best] = [told.n, 5 * told.n];
  if (!isStopped(told)) {
    const { histogram, sum } = told;
    const satisfied = (histogram[4] ?? 0) + (histogram[5] ?? 0);
    return { satisfied: { least: satisfied, most: satisfied }, sum: { least: sum, most: sum } };
  }
  if (told.stopped !== 'scores') throw new Error(`${told.stopped} of scores`);
  const { satisfied, sum = best, sumAtMost } = told;
  const isExact = told.sum !== undefined && sumAtMost !== true;
  return { satisfied: { least: 0, most: satisfied }, sum: { least: isExact ? sum : worst, most: sum } };
};
