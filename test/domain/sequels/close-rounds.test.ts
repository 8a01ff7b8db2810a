import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeRounds } from '../../../src/domain/sequels/close-rounds.ts';
import { rating } from '../../support/answer-questionnaire.ts';
import { byTest } from '../../support/by-test.ts';
import { ledgerOf, storedButNotNoted } from '../../support/half-done.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { pressPage, shownNext } from '../../support/press-pages.ts';
import { roundOf } from '../../support/round-of.ts';
import { allAnswer, openCourse } from '../../support/selling-course.ts';

let office: OfficeUnderTest;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.close();
});

test('an answer on its way when the due day ends is waited for, and counted in the first result', async () => {
  const [last, ...others] = await openCourse(office, 6);
  if (last === undefined) throw new Error('nobody');
  await allAnswer(others, rating(4));
  let card = last.chat.lastCard();
  while (!card.text.includes('10 of 10')) card = await shownNext(last, card);

  const pauses: number[] = [];
  office.clock.time = new Date('2026-08-29T00:00+08:00');
  const closed = await closeRounds({
    ...office.running.deps,
    closingPauseMs: 6000,
    pause: async (ms) => {
      pauses.push(ms);
      // It was accepted just before midnight.
      office.clock.time = new Date('2026-08-28T23:59:59+08:00');
      await pressPage(last, card);
      office.clock.time = new Date('2026-08-29T00:00:05+08:00');
    },
  });

  expect({ closed, pauses }).toEqual({ closed: 1, pauses: [6000] });
  const { round } = await roundOf(office);
  expect(await office.stores.results.ofRound(round.id)).toMatchObject({
    revision: 1,
    whole: { items: { 'd5-overall': { n: 6 } }, completion: { due: 6, answered: 6 } },
  });
});

test('what was said and not noted is noted before anybody is called expired', async () => {
  const fresh = await startOffice();
  const [answered, silent] = await openCourse(fresh, 2);
  if (answered === undefined || silent === undefined) throw new Error('nobody');
  await storedButNotNoted(fresh, answered);
  fresh.clock.time = new Date('2026-08-29T00:00+08:00');
  await closeRounds(fresh.running.deps);
  expect([await ledgerOf(fresh, answered), await ledgerOf(fresh, silent)]).toEqual(['answered', 'expired']);
  await fresh.close();
});

test('nobody is waited for when there is nothing to close', async () => {
  const pause = async (): Promise<void> => {
    throw new Error('waited');
  };
  expect(await closeRounds({ ...office.running.deps, pause })).toBe(0);
});

test('a round whose result cannot be made stops no other, and staff hear of it in private, once', async () => {
  const ill = await startOffice();
  await openCourse(ill, 2);
  const { round } = await roundOf(ill);
  const other = { ...round, id: `${round.id}x` as typeof round.id, occurrence: 2 };
  await ill.stores.rounds.plan({ ...other, state: 'planned' }, byTest);
  await ill.stores.rounds.markOpen(
    other.id,
    { questionnaire: round.questionnaire ?? '', instructors: round.instructors },
    byTest,
  );
  ill.clock.time = new Date('2026-08-29T00:00+08:00');
  const { deps } = ill.running;
  const errors: unknown[] = [];
  const failing = {
    ...deps,
    log: { ...deps.log, error: (about: unknown) => void errors.push(about) } as NonNullable<typeof deps.log>,
    results: {
      ...deps.results,
      freeze: async (...args: Parameters<typeof deps.results.freeze>) => {
        if (args[0].round === round.id) throw new Error('too large');
        return deps.results.freeze(...args);
      },
    },
  };
  const told = async () =>
    (await ill.running.office.database.collection('deliveries').find({ kind: 'stuck-round' }).toArray())
      .length;
  expect(await closeRounds(failing)).toBe(1);
  expect((await ill.stores.rounds.byId(round.id))?.state).toBe('open');
  expect((await ill.stores.rounds.byId(other.id))?.state).toBe('closed');
  expect(errors).toMatchObject([{ round: round.id }]);
  const once = await told();
  expect(once).toBeGreaterThan(0);
  await closeRounds(failing);
  expect(await told()).toBe(once);
  // Mended, it closes as if nothing had been.
  expect(await closeRounds(deps)).toBe(1);
  expect((await ill.stores.rounds.byId(round.id))?.state).toBe('closed');
  await ill.close();
});
