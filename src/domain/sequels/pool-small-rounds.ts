import { freezePool, isTooSmall, readPool } from '../analysis/freeze-pool.ts';
import type { FreezeDeps } from '../analysis/freeze-result.ts';
import { type Pool, poolId } from '../analysis/pool.ts';
import type { RoundId } from '../kernel/ids.ts';
import { daysLater, todayOf } from '../kernel/local-date.ts';
import { type Period, previousPeriod, quarterOf } from '../reports/period.ts';
import { roundsOfPeriod } from '../reports/rounds-of-period.ts';
import type { Stores } from '../stores.ts';
import { courseKey } from '../trainings/course-key.ts';

type Deps = FreezeDeps & Pick<Stores, 'trainings' | 'rounds' | 'pools' | 'deliveries'>;

/** So long its last rounds are looked at for answers that were on their way (`recheck-closed.ts`). */
const restDays = 4;
/** A product that was away so long makes up for it; what is older nobody waits for. */
const quartersBack = 4;

/**
 * After a quarter: the rounds of each course of which nothing could be shown are told together where that is enough people,
 * once (DESIGN, decision 9). What was begun goes on with the same rounds; a quarter that is done is not read again.
 */
export const poolSmallRounds = async (deps: Deps): Promise<number> => {
  const over = quartersOver(daysLater(todayOf(deps), -restDays));
  const settled = await deps.pools.settled(over.map(({ fromDate }) => fromDate));
  let made = 0;
  for (const quarter of over.filter(({ fromDate }) => !settled.has(fromDate))) {
    for (const pool of await smallTogether(deps, quarter))
      made += Number(await makePool(deps, pool, quarter));
    await deps.pools.settle(quarter.fromDate);
  }
  return made;
};

/** Those that ended before this day, the earliest first. */
const quartersOver = (day: string): Period[] => {
  const quarters = [previousPeriod(quarterOf(day))];
  while (quarters.length < quartersBack) quarters.unshift(previousPeriod(quarters[0] ?? quarterOf(day)));
  return quarters;
};

/** What would be pooled, by course and questionnaire, and what was begun. */
const smallTogether = async (deps: Deps, quarter: Period): Promise<Pool[]> => {
  const rounds = await roundsOfPeriod(deps, quarter, deps.settings.organisation.timeZone);
  const closed = rounds.filter(({ state, announced }) => state === 'closed' && announced);
  const results = await deps.results.ofRounds(closed.map(({ id }) => id));
  const small = new Set(results.filter(isTooSmall).map(({ round }) => round));
  const found = await deps.trainings.byCodes([...new Set(closed.map(({ training }) => training))]);
  const courseOf = new Map(found.map(({ code, course }) => [code, course]));
  const pools = new Map<RoundId, Pool>();
  for (const round of closed.filter(({ id }) => small.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { kind, questionnaire = '' } = round;
    const course = courseOf.get(round.training) ?? round.training;
    const id = poolId(quarter.fromDate, courseKey(course), kind, questionnaire);
    const known = pools.get(id);
    const own = [...(known?.rounds ?? []), round.id];
    pools.set(id, { id, quarter: quarter.fromDate, course, kind, questionnaire, ...known, rounds: own });
  }
  for (const begun of await deps.pools.ofQuarters([quarter.fromDate])) pools.set(begun.id, begun);
  return [...pools.values()];
};

/** The pool is kept before its rounds are told that they are in it, these before its result is frozen: then it is told. */
const makePool = async (deps: Deps, wanted: Pool, quarter: Period): Promise<boolean> => {
  if (wanted.rounds.length < 2) return false;
  const read = async (ids: readonly RoundId[]) => readPool(deps, await deps.rounds.byIds(ids));
  let answers = await read(wanted.rounds);
  if (!answers.isEnough) return false;
  const pool = await deps.pools.keep(wanted);
  await deps.rounds.markPooled(pool.rounds, pool.id);
  if (pool.rounds.join() !== wanted.rounds.join()) answers = await read(pool.rounds);
  if (!answers.isEnough) return false;
  await freezePool(deps, pool, answers, quarter.toDate);
  await deps.deliveries.plan([
    {
      subject: { kind: 'pooled-result', pool: pool.id },
      recipient: { group: 'department' },
      notBefore: deps.clock.now(),
    },
  ]);
  return true;
};
