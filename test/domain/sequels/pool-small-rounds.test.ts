import { beforeEach, describe, expect, it } from 'vitest';
import { readPool } from '../../../src/domain/analysis/freeze-pool.ts';
import { freezeResult } from '../../../src/domain/analysis/freeze-result.ts';
import { isEnough, type Pool } from '../../../src/domain/analysis/pool.ts';
import type { Result } from '../../../src/domain/analysis/result.ts';
import { hidden } from '../../../src/domain/analysis/told.ts';
import type { Round } from '../../../src/domain/followups/round.ts';
import type { PersonId, VisitKind } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { buildReport } from '../../../src/domain/reports/build-report.ts';
import { quarterPeriod, yearPeriod } from '../../../src/domain/reports/period.ts';
import type { Answers } from '../../../src/domain/responses/response.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { announceResults } from '../../../src/domain/sequels/announce-results.ts';
import { poolSmallRounds } from '../../../src/domain/sequels/pool-small-rounds.ts';
import { aRound, aTraining, aVisit, code, person } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const responseKeys = createResponseKeys('a secret of at least thirty-two characters');
// Every test has a year of its own in the one database: a quarter that is done is not read again.
let year = 2030;
let now = '04-10';
beforeEach(() => {
  year += 2;
  now = '04-10';
});
const deps = () => ({
  ...stores(),
  responseKeys,
  settings,
  questionnaires,
  clock: { now: () => new Date(`${year}-${now}T04:00Z`) },
});

interface Course {
  readonly course?: string;
  readonly kind?: VisitKind;
  readonly dueDate?: string;
  readonly manager?: PersonId;
}

/** What somebody says of the training; the first page's question and what they would change. */
const opinion = (overall: number, text = ''): Answers => ({ 'd5-overall': overall, 'd5-suggestion': text });

const idOf = (round: Round, who: PersonId) =>
  responseKeys.response(who, round.training, round.kind, round.occurrence);
const answer = (round: Round, who: PersonId, answers: Answers) =>
  stores().responses.append({
    id: idOf(round, who),
    round: round.id,
    source: 'teams',
    page: { page: 'overall', revision: 1, answers, room: 200 },
    complete: true,
  });

/** A training of these people, all of whom have answered, whose round is over and announced. */
const training = async (name: string, people: readonly string[], about: Course = {}): Promise<Round> => {
  const { course = 'Selling', kind = 'T1', dueDate = '03-16', manager } = about;
  const { trainings, rounds, visits } = stores();
  const own = code(`${name}-${year}`);
  await trainings.save(aTraining({ code: own, course, title: name }), byTest);
  const dueAt = new Date(new Date(`${year}-${dueDate}T16:00Z`).getTime());
  const round = aRound({ training: own, kind, dueAt, dueDate: `${year}-${dueDate}` });
  await rounds.plan(round, byTest);
  await rounds.markOpen(
    round.id,
    { questionnaire: kind === 'T1' ? 't1.1' : 't2.1', instructors: [] },
    byTest,
  );
  const whose = manager === undefined ? {} : { manager };
  for (const [at, one] of people.entries()) {
    const who = person(one);
    await visits.open([
      aVisit({ round: round.id, training: own, kind, person: who, state: 'due', ...whose }),
    ]);
    await trainings.enrol(
      { training: own, person: who, department: 'R&D', withdrawn: false, ...whose },
      byTest,
    );
    await answer(round, who, opinion((at % 2) + 4, `${name} ${at}`));
  }
  await freezeResult(deps(), { ...round, questionnaire: kind === 'T1' ? 't1.1' : 't2.1' });
  await rounds.markClosed(round.id, byTest);
  await rounds.markAnnounced(round.id, 1, byTest);
  return (await rounds.byId(round.id)) ?? round;
};

const named = (name: string, count: number, first = 0): string[] =>
  Array.from({ length: count }, (_, at) => `${name}${first + at}`);
const threeOfFour = async (about: Course = {}, course = ''): Promise<Round[]> => [
  await training(`${course}A`, named(`${course}a`, 4), about),
  await training(`${course}B`, named(`${course}b`, 4), about),
  await training(`${course}C`, named(`${course}c`, 4), about),
];

const pools = (): Promise<Pool[]> => stores().pools.ofQuarters([`${year}-01-01`]);
const pooled = async (): Promise<(Result | undefined)[]> =>
  Promise.all((await pools()).map(({ id }) => stores().results.ofRound(id)));
const told = async (): Promise<number> => {
  const subjects = (await pools()).map(({ id: pool }) => ({ kind: 'pooled-result', pool }) as const);
  return (await stores().deliveries.about(subjects)).length;
};
const overallOf = (result: Result | undefined) => result?.whole.items['d5-overall'];
const saysNothing = ({ whole }: Result): boolean => Object.values(whole.items).every((one) => one === hidden);

describe('trainings of a course too small to show anything', () => {
  it('are told together when their quarter is over, once, and each is silent for good', async () => {
    const rounds = await threeOfFour();
    now = '03-31';
    expect(await poolSmallRounds(deps())).toBe(0);
    now = '04-03';
    expect(await poolSmallRounds(deps())).toBe(0);
    now = '04-05';
    expect(await poolSmallRounds(deps())).toBe(1);
    expect(await poolSmallRounds(deps())).toBe(0);
    const [pool] = await pools();
    expect(pool).toMatchObject({ course: 'Selling', kind: 'T1', rounds: rounds.map(({ id }) => id) });
    const [result] = await pooled();
    expect(overallOf(result)).toMatchObject({ n: 12, sum: 54 });
    expect(result?.whole.completion).toMatchObject({ due: 12, answered: 12 });
    expect(await told()).toBe(1);
    for (const round of await stores().results.ofRounds(rounds.map(({ id }) => id)))
      expect(saysNothing(round)).toBe(true);
  });

  it('are looked at for answers that were lost since they closed: that is said', async () => {
    const [round] = await threeOfFour();
    const [visit] = round === undefined ? [] : await stores().visits.ofRound(round.id);
    if (round === undefined || visit === undefined) return expect.fail();
    const answered = { channel: 'teams', recordedBy: visit.person, pagesSaved: 2 } as const;
    await stores().visits.markAnswered(visit.id, byTest.at, answered);
    const said: unknown[] = [];
    const say = (fields: object) => void said.push(fields);
    await poolSmallRounds({ ...deps(), log: { debug: say, info: say, warn: say, error: say } });
    expect(said).toContainEqual({ round: round.id, pages: 1 });
    expect(overallOf((await pooled())[0])).toMatchObject({ n: 11 });
  });

  it('tell nothing of fewer than ten different people, or of one round', async () => {
    await training('Few A', named('a', 4), { course: 'Few' });
    await training('Few B', named('b', 4), { course: 'Few' });
    await training('Few C', ['c'], { course: 'Few' });
    // The same four in three rounds are four people.
    for (const name of ['Same A', 'Same B', 'Same C'])
      await training(name, named('s', 4), { course: 'Same' });
    expect(await poolSmallRounds(deps())).toBe(0);
    expect(await pools()).toEqual([]);
  });

  it('are rounds in which somebody took part: one of ten people and a silent one are not enough', async () => {
    expect([isEnough(10, 1, settings), isEnough(10, 2, settings)]).toEqual([false, true]);
    const loud = await training('Loud', named('l', 10));
    const silent = await training('Silent', []);
    await stores().visits.open([
      aVisit({ round: silent.id, training: silent.training, person: person('nobody'), state: 'due' }),
    ]);
    expect(await readPool(deps(), [loud, silent])).toMatchObject({ isEnough: false });
    const other = await training('Other', ['o']);
    expect(await readPool(deps(), [loud, other])).toMatchObject({ isEnough: true });
  });

  it('count each person once, by what they said last', async () => {
    await training('Once A', [...named('a', 3), 'twice'], { dueDate: '02-10' });
    await training('Once B', named('b', 4), { dueDate: '02-20' });
    await training('Once C', ['twice', ...named('c', 3)], { dueDate: '03-10' });
    await poolSmallRounds(deps());
    const [result] = await pooled();
    // "twice" said 5 first and 4 later.
    expect(overallOf(result)).toMatchObject({ n: 11, sum: 4 + 5 + 4 + 18 + 18 });
  });

  it('are of one course, however it is typed, and of one questionnaire; what a round shows by itself stays out', async () => {
    await threeOfFour({ course: 'Selling  well' });
    await training('D', named('d', 3), { course: 'selling Well' });
    await training('Other', named('o', 4), { course: 'Other' });
    await training('Large', named('l', 6), { course: 'Selling well' });
    await training('Later', named('t', 4), { course: 'Selling well', kind: 'T2' });
    await poolSmallRounds(deps());
    const [pool, ...others] = await pools();
    expect(others).toEqual([]);
    expect(pool?.rounds).toHaveLength(4);
    expect((await pooled()).map(overallOf)).toMatchObject([{ n: 15 }]);
  });

  it('keep what was frozen, whoever withdraws, answers late or asks for another look', async () => {
    const rounds = await threeOfFour();
    const [first] = rounds;
    if (first === undefined) throw new Error('no round');
    // On its way when its round closed: it is counted neither there nor here.
    const late = named('late', 5);
    for (const who of late) {
      await stores().visits.open([
        aVisit({ round: first.id, training: first.training, person: person(who) }),
      ]);
      if (who === 'late0') await answer(first, person(who), opinion(1, 'late'));
    }
    await poolSmallRounds(deps());
    const before = await pooled();
    expect(before.map(overallOf)).toMatchObject([{ n: 12 }]);
    for (const who of late.slice(1)) await answer(first, person(who), opinion(1, 'late'));
    await stores().responses.withdraw(idOf(first, person('a0')));
    await stores().rounds.announceAgain(first.id);
    await announceResults(deps());
    await poolSmallRounds(deps());
    expect(await pooled()).toEqual(before);
    const own = await stores().results.ofRound(first.id);
    expect(own).toMatchObject({ revision: 1 });
    expect(own && saysNothing(own)).toBe(true);
  });

  it('show comments from five people who came to the question, in alphabetical order', async () => {
    await threeOfFour();
    await poolSmallRounds(deps());
    const [result] = await pooled();
    if (result === undefined) throw new Error('no result');
    expect(result.comments['d5-suggestion']).toBe(12);
    const texts = (await stores().results.comments(result.round, 'd5-suggestion', 20)).map(
      ({ text }) => text,
    );
    expect(texts).toEqual(texts.toSorted());
    expect(texts).toHaveLength(12);
  });

  it('come once whatever the moment the process dies in, and in whatever process', async () => {
    const undisturbed = { n: 12, sum: 54 };
    for (const when of ['before', 'after'] as const) {
      for (let nth = 1, died = true; died; nth += 1) {
        year += 2;
        await threeOfFour({}, `${when}${nth}`);
        died = await dieAtWrite(nth, when, () => poolSmallRounds(deps()));
        await Promise.all([poolSmallRounds(deps()), poolSmallRounds(deps())]);
        const [pool, ...others] = await pools();
        expect(others).toEqual([]);
        expect((await pooled()).map(overallOf), `killed ${when} write ${nth}`).toMatchObject([undisturbed]);
        expect(await told()).toBe(1);
        const rounds = await stores().rounds.byIds(pool?.rounds ?? []);
        expect(rounds.map((round) => round.pool)).toEqual([pool?.id, pool?.id, pool?.id]);
      }
    }
  }, 120_000);

  it('once begun go on with the same rounds, whatever their course is called by then', async () => {
    const rounds = await threeOfFour();
    // It died when the pool was kept, the three quarters before being done.
    await dieAtWrite(4, 'after', () => poolSmallRounds(deps()));
    for (const { training: own } of rounds)
      await stores().trainings.save(aTraining({ code: own, course: 'Renamed' }), byTest);
    await training('D', named('d', 4), { course: 'Renamed' });
    await poolSmallRounds(deps());
    const [pool, ...others] = await pools();
    expect(others).toEqual([]);
    expect(pool?.rounds).toEqual(rounds.map(({ id }) => id));
    expect((await pooled()).map(overallOf)).toMatchObject([{ n: 12 }]);
  });

  it('are in one pool only, whatever zone decides of the quarter later', async () => {
    const rounds = await threeOfFour({ dueDate: '03-31' });
    await poolSmallRounds(deps());
    now = '07-10';
    const { organisation } = settings;
    const east = { ...settings, organisation: { ...organisation, timeZone: 'Pacific/Kiritimati' } };
    await training('D', named('d', 4), { dueDate: '04-20' });
    await poolSmallRounds({ ...deps(), settings: east });
    expect(await stores().pools.ofQuarters([`${year}-04-01`])).toEqual([]);
    expect((await pools()).map((pool) => pool.rounds)).toEqual([rounds.map(({ id }) => id)]);
  });

  it('wait for rounds that are still to be closed or announced, but for none that is stuck', async () => {
    await threeOfFour();
    const late = aRound({
      training: code(`LATE-${year}`),
      dueAt: new Date(`${year}-03-20T16:00Z`),
      dueDate: `${year}-03-20`,
    });
    await stores().rounds.plan(late, byTest);
    await stores().rounds.markOpen(late.id, { questionnaire: 't1.1', instructors: [] }, byTest);
    expect(await poolSmallRounds(deps())).toBe(0);
    await stores().deliveries.plan([
      {
        subject: { kind: 'stuck-round', round: late.id },
        recipient: { person: person('staff') },
        notBefore: byTest.at,
      },
    ]);
    expect(await poolSmallRounds(deps())).toBe(1);
  });
});

describe('the report of a period with small trainings', () => {
  const report = (scope: Parameters<typeof buildReport>[2], period = quarterPeriod(year, 1)) =>
    buildReport(deps(), period, scope, settings, `${year}-04-10`);

  it('adds up the shown rounds and the pools, for whoever sees everybody; nobody’s people have a part in a pool', async () => {
    const boss = person('boss');
    await training('Large', named('l', 6), { manager: boss });
    await threeOfFour({ manager: boss });
    const own = { kind: 'manager', person: boss } as const;
    const before = await report({ kind: 'all' });
    expect([before.pools, before.satisfaction?.amount.answers]).toEqual([[], 6]);
    await poolSmallRounds(deps());
    const after = await report({ kind: 'all' });
    expect(after.satisfaction?.amount.answers).toBe(18);
    // What the period grew by is exactly what is shown beside it.
    expect(after.pools.map(({ pool, satisfaction }) => [pool.course, satisfaction?.amount.answers])).toEqual([
      ['Selling', 12],
    ]);
    expect(
      after.trainings.flatMap(({ rounds }) => rounds.map(({ satisfaction }) => satisfaction?.amount.answers)),
    ).toEqual([undefined, undefined, undefined, 6]);
    expect((await report({ kind: 'all' }, yearPeriod(year))).satisfaction?.amount.answers).toBe(18);
    const managers = await report(own);
    expect([managers.pools, managers.satisfaction?.amount.answers]).toEqual([[], 6]);
  });
});
