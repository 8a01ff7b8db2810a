import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remindUnanswered } from '../../../src/domain/responses/remind-unanswered.ts';
import { rating } from '../../support/answer-questionnaire.ts';
import { ledgerOf, storedButNotNoted } from '../../support/half-done.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { roundOf } from '../../support/round-of.ts';
import { allAnswer, openCourse } from '../../support/selling-course.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

describe('a reminder (P2)', () => {
  let office: OfficeUnderTest;
  let trainees: Person[];
  beforeEach(async () => {
    office = await startOffice();
    trainees = await openCourse(office, 3);
  });
  afterEach(async () => {
    await office?.close();
  });

  /** Reminds as of this moment; the deliveries planned by it. */
  const reminders = async (moment: string) => {
    office.clock.time = new Date(moment);
    await remindUnanswered(office.running.deps);
    const { visits } = await roundOf(office);
    const numbers = [1, 2, 3, 4];
    return office.stores.deliveries.about(
      visits.flatMap(({ id }) => numbers.map((number) => ({ kind: 'reminder' as const, visit: id, number }))),
    );
  };

  it('is planned for those who have not answered, and for nobody else', async () => {
    await allAnswer(trainees.slice(0, 1), rating(4));
    expect(await reminders('2026-08-21T09:00+08:00')).toHaveLength(2);
  });

  it('is not planned for who is to be left alone until later', async () => {
    const [first] = (await roundOf(office)).visits;
    if (first === undefined) throw new Error('no visit');
    await office.stores.visits.keepQuiet(first.id, new Date('2026-08-24T09:00+08:00'));
    expect(await reminders('2026-08-21T09:00+08:00')).toHaveLength(2);
  });

  it('goes not to whoever answered while the ledger did not hear of it: it is brought up to date first', async () => {
    const [answered] = trainees;
    if (answered === undefined) throw new Error('nobody');
    await storedButNotNoted(office, answered);
    expect(await ledgerOf(office, answered)).toBe('due');
    expect(await reminders('2026-08-21T09:00+08:00')).toHaveLength(2);
    expect(await ledgerOf(office, answered)).toBe('answered');
  });

  it('is of no use any more once the next one is due, the last once the round is', async () => {
    const { round } = await roundOf(office);
    const [early, next] = round.remindAt;
    const first = await reminders('2026-08-21T09:00+08:00');
    expect(first.map(({ until }) => until)).toEqual([next, next, next]);
    const last = (await reminders('2026-08-27T09:00+08:00')).filter(
      ({ until }) => until?.getTime() !== next?.getTime(),
    );
    expect(last.map(({ until }) => until)).toEqual([round.dueAt, round.dueAt, round.dueAt]);
    expect(early).toEqual(new Date('2026-08-21T09:00+08:00'));
  });

  it('of several that fell due while the product was away is the last one only', async () => {
    const all = await reminders('2026-08-27T09:00+08:00');
    expect(all).toHaveLength(3);
    expect(await reminders('2026-08-27T10:00+08:00')).toHaveLength(3);
  });
});
