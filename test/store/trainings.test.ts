import { describe, expect, it } from 'vitest';
import { byTest } from '../support/by-test.ts';
import { anImport, aTraining, at, code, person } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('trainings', () => {
  const { one, other } = useStores();

  it('are kept by code; saving again updates', async () => {
    await one().trainings.save(aTraining(), byTest);
    await other().trainings.save(
      aTraining({ title: 'Safety, again', instructorEmails: ['only@example.com'] }),
      byTest,
    );
    const saved = aTraining({ title: 'Safety, again', instructorEmails: ['only@example.com'] });
    expect(await one().trainings.byCode(saved.code)).toEqual(saved);
    expect(await one().trainings.byCodes([saved.code, code('none')])).toEqual([saved]);
    expect(await one().trainings.all()).toEqual([saved]);
    expect(await one().trainings.taughtBy('ONLY@example.com')).toEqual([saved]);
    expect(await one().trainings.taughtBy('teacher@example.com')).toEqual([]);
  });

  it('tell who teaches, attends and manages, each apart, however many are asked for side by side', async () => {
    const { trainings } = one();
    const [ann, bob, eve] = ['side-ann', 'side-bob', 'side-eve'].map(person);
    if (ann === undefined || bob === undefined || eve === undefined) return expect.fail();
    await trainings.save(
      aTraining({ code: code('SIDE'), instructorEmails: ['p@example.com', 'q@example.com'] }),
      byTest,
    );
    const line = { training: code('SIDE'), department: 'Sales', withdrawn: false };
    await trainings.enrol({ ...line, person: ann, manager: eve }, byTest);
    await trainings.enrol({ ...line, person: bob, manager: eve }, byTest);
    const taught = await Promise.all(
      ['P@example.com', 'q@example.com', 'r@example.com'].map((email) => trainings.taughtBy(email)),
    );
    expect(taught.map((list) => list.length)).toEqual([1, 1, 0]);
    const attends = await Promise.all([ann, eve, bob].map((who) => trainings.enrolmentsOf(who)));
    expect(attends.map((list) => list.map((one) => one.person))).toEqual([[ann], [], [bob]]);
    const manages = await Promise.all([ann, eve, eve].map((who) => trainings.peopleOfManager(who)));
    expect(manages.map((list) => list.length)).toEqual([0, 2, 2]);
  });

  it('are found by what their code or title is, or else by what it contains', async () => {
    await one().trainings.save(aTraining({ code: code('X.1'), title: 'Excel (basics) 表格' }), byTest);
    await one().trainings.save(
      aTraining({ code: code('X.12'), title: 'Excel (more)', start: '2026-04-01' }),
      byTest,
    );
    const codes = async (text: string) =>
      (await one().trainings.search(text)).map((training) => training.code);
    expect(await codes('x.1')).toEqual(['X.1']);
    expect(await codes('EXCEL (MORE)')).toEqual(['X.12']);
    expect(await codes('excel (')).toEqual(['X.12', 'X.1']);
    expect(await codes('表格')).toEqual(['X.1']);
    expect(await codes('.*')).toEqual([]);
    expect(await codes('  ')).toEqual([]);
  });

  it('are found by their course, a code of that name first', async () => {
    const course = 'Fire Drill';
    for (let day = 10; day < 22; day += 1) {
      await one().trainings.save(
        aTraining({ code: code(`F-${day}`), course, start: `2026-07-${day}` }),
        byTest,
      );
    }
    await one().trainings.save(aTraining({ code: code('FIRE DRILL'), start: '2026-01-01' }), byTest);
    const found = await one().trainings.search('fire drill');
    expect(found.map((training) => training.code).slice(0, 3)).toEqual(['FIRE DRILL', 'F-21', 'F-20']);
    expect(found).toHaveLength(10);
    expect((await one().trainings.search('fire dr')).length).toBe(10);
  });

  it('are found ten at most, the latest first', async () => {
    for (let day = 10; day < 25; day += 1) {
      await one().trainings.save(
        aTraining({ code: code(`M-${day}`), title: 'Many', start: `2026-05-${day}` }),
        byTest,
      );
    }
    const exact = await one().trainings.search('many');
    expect(exact.map((training) => training.start)).toEqual(exact.map((_, n) => `2026-05-${24 - n}`));
    expect(exact).toHaveLength(10);
    expect((await one().trainings.search('man')).map((training) => training.code)).toEqual(
      exact.map((training) => training.code),
    );
  });
});

describe('rosters', () => {
  const { one, either } = useStores();
  const line = { training: code('SAFE-1'), person: person('ann'), department: 'R&D', withdrawn: false };

  it('hold one line per training and person, which enrolling again updates', async () => {
    const managed = { ...line, manager: person('boss') };
    await Promise.all(Array.from({ length: 10 }, (_, n) => either(n).trainings.enrol(managed, byTest)));
    expect(await one().trainings.enrolments(line.training)).toEqual([managed]);
    expect(await one().trainings.peopleOfManager(person('boss'))).toEqual(['ann']);
    await one().trainings.enrol({ ...line, withdrawn: true }, byTest);
    expect(await one().trainings.enrolmentsOf(line.person)).toEqual([{ ...line, withdrawn: true }]);
    expect(await one().trainings.peopleOfManager(person('boss'))).toEqual([]);
  });

  it('name each of a manager’s people once', async () => {
    const manager = person('chief');
    await one().trainings.enrol({ ...line, training: code('A'), person: person('bo'), manager }, byTest);
    await one().trainings.enrol({ ...line, training: code('B'), person: person('bo'), manager }, byTest);
    expect(await one().trainings.peopleOfManager(manager)).toEqual(['bo']);
  });
});

describe('roster imports', () => {
  const { one, other, either } = useStores();

  it('are opened once by the digest of their rows', async () => {
    const opening = Array.from({ length: 6 }, (_, n) =>
      either(n).imports.open(anImport({ fileName: `${n}.csv` })),
    );
    expect(new Set((await Promise.all(opening)).map(({ fileName }) => fileName)).size).toBe(1);
    const kept = await one().imports.byId('digest-1');
    const begunAt = kept?.createdAt;
    expect(kept).toEqual({ ...anImport({ fileName: kept?.fileName ?? '' }), begunAt });
  });

  it('go forward until finished, and start over only when asked', async () => {
    await one().imports.open(anImport({ id: 'steps', createdAt: at('02T00:00') }));
    await one().imports.progress('steps', 40);
    await other().imports.progress('steps', 20);
    expect((await one().imports.byId('steps'))?.applied).toBe(40);
    expect((await one().imports.unfinished()).map(({ id }) => id)).toContain('steps');
    await one().imports.restart('steps', anImport().rows, { by: byTest.who, at: at('03T00:00') });
    expect((await one().imports.byId('steps'))?.applied).toBe(40);
    await one().imports.finish('steps');
    await other().imports.progress('steps', 60);
    expect(await one().imports.byId('steps')).toMatchObject({ applied: 40, finished: true });
    expect((await one().imports.unfinished()).map(({ id }) => id)).not.toContain('steps');
    await one().imports.restart('steps', anImport().rows, { by: byTest.who, at: at('03T00:00') });
    expect(await one().imports.byId('steps')).toMatchObject({ applied: 0, finished: false });
  });
});
