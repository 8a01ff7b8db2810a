import { freezePool, isTooSmall, type PooledAnswers, readPool } from '../analysis/freeze-pool.ts';
import type { FreezeDeps } from '../analysis/freeze-result.ts';
import { type Pool, poolId } from '../analysis/pool.ts';
import type { Round } from '../followups/round.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { RoundId } from '../kernel/ids.ts';
import { daysLater, todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import { type Period, previousPeriod, quarterOf } from '../reports/period.ts';
import { roundsOfPeriod } from '../reports/rounds-of-period.ts';
import { checkRound } from '../responses/check-round.ts';
import type { Stores } from '../stores.ts';
import { courseKey } from '../trainings/course-key.ts';

type Deps = FreezeDeps &
  Pick<Stores, 'people' | 'trainings' | 'rounds' | 'pools' | 'deliveries'> &
  Pick<Means, 'log'>;

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
    const rounds = await roundsOfPeriod(deps, quarter, deps.settings.organisation.timeZone);
    if (await isWaiting(deps, rounds)) continue;
    const begun = await begunIn(deps, quarter);
    const finished = await eachAlone(
      deps,
      begun,
      ({ id }) => id,
      (pool) => finishPool(deps, pool, quarter),
    );
    const small = await smallTogether(deps, quarter, rounds);
    const pooled = await eachAlone(
      deps,
      small,
      ({ id }) => id,
      (pool) => makePool(deps, pool, quarter),
    );
    made += finished + pooled;
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

/** Whether a round is still to be closed or announced: the product was away. One that staff know to be stuck is not waited for. */
const isWaiting = async ({ deliveries }: Deps, rounds: readonly Round[]): Promise<boolean> => {
  const left = rounds.filter(
    ({ state, announced }) => state === 'open' || (state === 'closed' && !announced),
  );
  const told = await deliveries.about(left.map(({ id: round }) => ({ kind: 'stuck-round', round }) as const));
  const stuck = new Set(told.map(({ subject }) => subject.round));
  return left.some(({ id }) => !stuck.has(id));
};

const begunIn = ({ pools }: Deps, { fromDate }: Period): Promise<Pool[]> => pools.ofQuarters([fromDate]);

/** What there is to be pooled, by course and questionnaire. */
const smallTogether = async (deps: Deps, quarter: Period, rounds: readonly Round[]): Promise<Pool[]> => {
  const begun = new Set((await begunIn(deps, quarter)).flatMap((pool) => pool.rounds));
  const free = rounds.filter(
    ({ id, state, announced, pool }) =>
      state === 'closed' && announced && pool === undefined && !begun.has(id),
  );
  const results = await deps.results.ofRounds(free.map(({ id }) => id));
  const small = new Set(results.filter(isTooSmall).map(({ round }) => round));
  const found = await deps.trainings.byCodes([...new Set(free.map(({ training }) => training))]);
  const courseOf = new Map(found.map(({ code, course }) => [code, course]));
  const pools = new Map<RoundId, Pool>();
  for (const round of free.filter(({ id }) => small.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { kind, questionnaire = '' } = round;
    const course = courseOf.get(round.training) ?? round.training;
    const id = poolId(quarter.fromDate, courseKey(course), kind, questionnaire);
    const known = pools.get(id);
    const own = [...(known?.rounds ?? []), round.id];
    pools.set(id, { id, quarter: quarter.fromDate, course, kind, questionnaire, ...known, rounds: own });
  }
  return [...pools.values()].filter((pool) => pool.rounds.length > 1);
};

/** Between closing and pooling lie weeks: what was changed in the database meanwhile is said (P1). */
const readChecked = async (deps: Deps, rounds: readonly Round[]): Promise<PooledAnswers> => {
  for (const round of rounds) await checkRound(deps, round);
  return readPool(deps, rounds);
};

const makePool = async (deps: Deps, wanted: Pool, quarter: Period): Promise<boolean> => {
  const answers = await readChecked(deps, await deps.rounds.byIds(wanted.rounds));
  return answers.isEnough && finishPool(deps, await deps.pools.keep(wanted), quarter);
};

/** The pool is kept; its rounds are told that they are in it, before its result is frozen: then it is told. */
const finishPool = async (deps: Deps, pool: Pool, quarter: Period): Promise<boolean> => {
  await deps.rounds.markPooled(pool.rounds, pool.id);
  const own = (await deps.rounds.byIds(pool.rounds)).filter((round) => round.pool === pool.id);
  const answers = await readChecked(deps, own);
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
