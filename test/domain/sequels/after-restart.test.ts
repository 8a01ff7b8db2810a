import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import type { Deputyship } from '../../../src/domain/people/person.ts';
import { checkRoster } from '../../../src/domain/rosters/check-roster.ts';
import { afterRestart } from '../../../src/domain/sequels/after-restart.ts';
import { rating } from '../../support/answer-questionnaire.ts';
import { byTest } from '../../support/by-test.ts';
import { ledgerOf, storedButNotNoted } from '../../support/half-done.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { participant, rosterTable } from '../../support/roster-lines.ts';
import { roundOf } from '../../support/round-of.ts';
import { allAnswer, openCourse, sellingCourse, t1Over } from '../../support/selling-course.ts';

describe('a product that is started again', () => {
  let office: OfficeUnderTest;
  beforeEach(async () => {
    office = await startOffice();
  });
  afterEach(async () => {
    await office?.close();
  });

  it('finishes the import that was under way, with all that follows from it', async () => {
    const { rows } = checkRoster(rosterTable([participant(1, sellingCourse)]), 'Asia/Shanghai');
    const begun = { id: 'begun', fileName: 'roster.csv', applied: 0, finished: false };
    await office.stores.imports.open({ ...begun, rows, createdAt: office.clock.now() });
    await afterRestart(office.running.deps);
    const [training] = await office.stores.trainings.all();
    expect(training?.end).toBe(sellingCourse.end);
    expect(await office.stores.rounds.ofTraining(training?.code ?? ('' as never))).toHaveLength(2);
    expect(await office.stores.imports.unfinished()).toEqual([]);
  });

  it('finishes an import that a process of the version before left half done, in its shape, and leaves it its rows', async () => {
    const lines = ['DONE-26', 'LEFT-26'].map((training_code) =>
      participant(1, { ...sellingCourse, training_code }),
    );
    const { rows } = checkRoster(rosterTable(lines), 'Asia/Shanghai');
    const begun = { fileName: 'roster.csv', applied: 1, finished: false, createdAt: office.clock.now() };
    const old = office.running.office.database.collection<{ _id: string; rows: unknown }>('roster-imports');
    await old.insertOne({ _id: 'old', ...begun, rows } as never);
    await afterRestart(office.running.deps);
    const trainings = await office.stores.trainings.all();
    expect(trainings.map(({ code }) => code)).toEqual(['LEFT-26']);
    expect(await office.stores.imports.unfinished()).toEqual([]);
    expect(await old.findOne({ _id: 'old' })).toMatchObject({ finished: true, rows });
  });

  it('brings the ledger of open rounds up to what was said', async () => {
    const [trainee] = await openCourse(office, 1);
    if (trainee === undefined) throw new Error('nobody');
    await storedButNotNoted(office, trainee);
    await afterRestart(office.running.deps);
    expect(await ledgerOf(office, trainee)).toBe('answered');
  });

  it('does what is left to do about somebody who left', async () => {
    const [trainee] = await openCourse(office, 1);
    if (trainee === undefined) throw new Error('nobody');
    const [person] = await office.stores.people.byEmails([trainee.email]);
    const teller = await office.stores.people.appear('teller@contoso.example', 'Tell');
    if (person === undefined) throw new Error('nobody');
    // Where the process died, this was written and nothing more.
    await office.stores.people.leave(person.id, teller.id, byTest);
    expect(await ledgerOf(office, trainee)).toBe('due');
    await afterRestart(office.running.deps);
    expect(await ledgerOf(office, trainee)).toBe('excused');
    expect((await office.stores.people.byId(person.id))?.left?.settled).toBe(true);
  });

  it('tells a deputy who was named and not told, once, and none whose days are over', async () => {
    const appears = (name: string) => office.stores.people.appear(`${name}@contoso.example`, name);
    const [mara, olaf, nora] = await Promise.all(['mara', 'olaf', 'nora'].map(appears));
    if (mara === undefined || olaf === undefined || nora === undefined) throw new Error('nobody');
    const name = (principal: PersonId, from: string, until: string) =>
      office.stores.people.nameDeputy(principal, { person: olaf.id, from, until }, byTest);
    const current = await name(mara.id, '2026-08-14', '2026-08-20');
    const past = await name(nora.id, '2026-08-10', '2026-08-13');
    const told = (principal: PersonId, { namedAt }: Deputyship) =>
      office.stores.deliveries.of({
        subject: { kind: 'deputy', principal, namedAt: namedAt.toISOString(), over: false },
        recipient: { person: olaf.id },
      });
    await afterRestart(office.running.deps);
    const first = await told(mara.id, current);
    expect(first).toMatchObject({ recipient: { person: olaf.id } });
    expect(await told(nora.id, past)).toBeUndefined();
    await afterRestart(office.running.deps);
    expect(await told(mara.id, current)).toEqual(first);
  });

  it('looks again at rounds that closed these days: an answer may have come while they were counted', async () => {
    await allAnswer(await openCourse(office, 2), rating(4));
    await office.at(t1Over);
    const announced = async () => (await roundOf(office)).round.announced;
    expect(await announced()).toBe(true);
    office.clock.time = new Date('2026-09-01T09:00+08:00');
    await afterRestart(office.running.deps);
    expect(await announced()).toBe(true);
    office.clock.time = new Date('2026-08-31T09:00+08:00');
    await afterRestart(office.running.deps);
    expect(await announced()).toBe(false);
    await office.at(t1Over);
    expect(await announced()).toBe(true);
  });
});
