import { expect, it } from 'vitest';
import { openVisits } from '../../../src/domain/followups/open-rounds.ts';
import type { Visit } from '../../../src/domain/followups/visit.ts';
import { type PersonId, visitId } from '../../../src/domain/kernel/ids.ts';
import { buildRound, buildVisit } from '../../support/build-round.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const deps = () => ({ ...stores(), clock: { now: () => byTest.at } });
const names = ['asked', 'absent', 'away', 'leave', 'joined', 'stand-in'] as const;
type Name = (typeof names)[number];
const dueAt = new Date('2026-12-01T00:00:00+08:00');

/** A training whose first round everybody is in, and whose second opens. */
const twoRounds = async (code: string) => {
  const { rounds, visits, trainings } = stores();
  const first = buildRound({ code, state: 'open', dueAt });
  const second = buildRound({ code, kind: 'T2', state: 'open', dueAt });
  for (const round of [first, second]) await rounds.plan(round, byTest);
  const id = (name: Name) => `${code}-${name}` as PersonId;
  await visits.open(names.map((name, index) => buildVisit(first, { person: id(name) }, index)));
  const enrol = (name: Name) =>
    trainings.enrol(
      { training: first.training, person: id(name), department: 'Sales', withdrawn: false },
      byTest,
    );
  for (const name of names) await enrol(name);
  const opens = async () => openVisits(deps(), second, await trainings.enrolments(first.training));
  const ofFirst = (name: Name) => visitId(first.id, id(name));
  const ofSecond = (name: Name) => visitId(second.id, id(name));
  const inSecond = async (name: Name): Promise<Visit | undefined> => visits.byId(ofSecond(name));
  const invited = async (name: Name): Promise<boolean> =>
    (await stores().deliveries.about([{ kind: 'invitation', visit: ofSecond(name) }])).length > 0;
  return { opens, ofFirst, inSecond, invited, id, visits };
};

it('who said that they did not attend is not asked in a later round of the training: they count there as excused', async () => {
  const { opens, ofFirst, inSecond, invited, id, visits } = await twoRounds('A-1');
  await visits.markExcused(ofFirst('absent'), 'did-not-attend', byTest);
  // Off the roster and on it again: that they did not attend stands.
  await visits.markExcused(ofFirst('away'), 'did-not-attend', byTest);
  await visits.markExcused(ofFirst('away'), 'withdrawn', byTest);
  await visits.markExcused(ofFirst('leave'), 'on-leave', byTest);
  // Found to be one person: it is theirs whose it is now.
  await visits.markExcused(ofFirst('joined'), 'did-not-attend', byTest);
  await visits.passTo(ofFirst('joined'), id('stand-in'), byTest);
  // A process that dies on the way, and every roster that comes later, opens them again.
  for (const _ of [1, 2]) await opens();
  for (const name of ['absent', 'away', 'stand-in'] as const) {
    expect(await inSecond(name)).toMatchObject({ state: 'excused', excuse: 'did-not-attend' });
    expect(await invited(name)).toBe(false);
  }
  for (const name of ['asked', 'leave', 'joined'] as const) {
    expect(await inSecond(name)).toMatchObject({ state: 'due' });
    expect(await invited(name)).toBe(true);
  }
});

it('who takes it back is asked, though the later round has opened; what somebody said in that round itself stands', async () => {
  const { opens, ofFirst, inSecond, invited, visits } = await twoRounds('A-2');
  await visits.markExcused(ofFirst('absent'), 'did-not-attend', byTest);
  await opens();
  const second = (await inSecond('asked')) ?? expect.fail();
  await visits.markExcused(second.id, 'did-not-attend', byTest);
  await visits.reinstate(ofFirst('absent'), ['did-not-attend'], byTest);
  await opens();
  expect(await inSecond('absent')).toMatchObject({ state: 'due' });
  expect(await invited('absent')).toBe(true);
  expect(await inSecond('asked')).toMatchObject({ state: 'excused', excuse: 'did-not-attend' });
});
