import { expect, test } from 'vitest';
import { importRoster } from '../../../src/domain/imports/import-roster.ts';
import { resumeImports } from '../../../src/domain/imports/resume-imports.ts';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { checkRoster } from '../../../src/domain/rosters/check-roster.ts';
import { byTest } from '../../support/by-test.ts';
import { dyingAfter } from '../../support/dying-stores.ts';
import { participant, type RosterLine, rosterTable } from '../../support/roster-lines.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();

const clock = { now: () => new Date('2026-11-21T02:00:00Z') };
const nothing = async () => {};
const load = (
  lines: readonly RosterLine[],
  after: (codes: readonly TrainingCode[]) => Promise<void> = nothing,
  on = stores(),
  at = clock,
) => {
  const { rows, problems } = checkRoster(rosterTable(lines), 'Asia/Shanghai');
  expect(problems).toEqual([]);
  return importRoster({ ...on, clock: at }, { rows, fileName: 'roster.csv', begunBy: byTest.who }, after);
};

/** Two trainings of three people in all; each test has its own. */
const linesOf = (name: string): RosterLine[] => {
  const at = (who: string) => `${who}.${name}@contoso.example`.toLowerCase();
  const line = (number: number, code: string) =>
    participant(number, {
      training_code: `${name}-${code}`,
      email: at(`p${number}`),
      manager_email: at('mara'),
      instructor_emails: at('ines'),
    });
  return [line(1, 'A'), line(2, 'A'), line(3, 'A'), line(1, 'B'), line(2, 'B')];
};

/** What the database knows of these trainings, with people by address. */
const known = async (name: string) => {
  const codes = ['A', 'B'].map((code) => `${name}-${code}` as TrainingCode);
  const lines = [];
  for (const enrolment of (
    await Promise.all(codes.map((code) => stores().trainings.enrolments(code)))
  ).flat()) {
    const [person] = await stores().people.byIds([enrolment.person]);
    const [manager] = enrolment.manager === undefined ? [] : await stores().people.byIds([enrolment.manager]);
    lines.push(
      [
        enrolment.training,
        person?.email,
        person?.name,
        enrolment.department,
        manager?.email,
        enrolment.withdrawn,
      ].join(' '),
    );
  }
  return { trainings: await stores().trainings.byCodes(codes), lines: lines.sort() };
};
/** The same, with the test's name taken out, to compare one test's with another's. */
const nameless = async (name: string) =>
  JSON.parse(
    JSON.stringify(await known(name))
      .replaceAll(name, '')
      .replaceAll(name.toLowerCase(), ''),
  );

test('a roster becomes trainings, people and enrolments, and says how many', async () => {
  const planned: TrainingCode[] = [];
  const summary = await load(linesOf('NEW'), async (codes) => {
    for (const code of codes) expect(await stores().trainings.enrolments(code)).not.toEqual([]);
    planned.push(...codes);
  });
  expect(summary).toMatchObject({
    rows: 5,
    resumedFrom: 0,
    trainings: { new: 2, changed: 0, unchanged: 0 },
    participants: { new: 5, changed: 0, unchanged: 0 },
    touched: ['NEW-A', 'NEW-B'],
  });
  expect(planned).toEqual(['NEW-A', 'NEW-B']);
  const { trainings, lines } = await known('NEW');
  expect(trainings.map(({ code }) => code).sort()).toEqual(['NEW-A', 'NEW-B']);
  expect(lines[0]).toBe('NEW-A p1.new@contoso.example Person 1 Sales mara.new@contoso.example false');
  expect(await stores().people.byEmails(['ines.new@contoso.example'])).toHaveLength(1);
  expect(await stores().imports.unfinished()).toEqual([]);
});

test('repeating an import changes nothing, in whatever order the lines stand', async () => {
  await load(linesOf('AGAIN'));
  const before = await known('AGAIN');
  for (const lines of [linesOf('AGAIN'), linesOf('AGAIN').toReversed()]) {
    expect(await load(lines)).toMatchObject({
      trainings: { new: 0, changed: 0, unchanged: 2 },
      participants: { new: 0, changed: 0, unchanged: 5 },
    });
  }
  expect(await known('AGAIN')).toEqual(before);
});

test('a changed file updates what changed, and removes nobody', async () => {
  await load(linesOf('CHG'));
  const [first, second, ...rest] = linesOf('CHG');
  expect(first?.email).toBe('p1.chg@contoso.example');
  const changed = [{ ...second, withdrawn: 'yes', manager_email: '' } as RosterLine, ...rest].map((line) =>
    line.training_code === 'CHG-A' ? { ...line, end: '2026-11-25' } : line,
  );
  expect(await load(changed)).toMatchObject({
    trainings: { new: 0, changed: 1, unchanged: 1 },
    participants: { new: 0, changed: 1, unchanged: 3 },
  });
  const { trainings, lines } = await known('CHG');
  expect(trainings.find(({ code }) => code === 'CHG-A')).toMatchObject({ end: '2026-11-25' });
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe('CHG-A p2.chg@contoso.example Person 2 Sales  true');
});

test('an older file imported again has the last word', async () => {
  const old = linesOf('OLD');
  await load(old);
  const before = await known('OLD');
  await load(old.map((line) => ({ ...line, department: 'Works' })));
  expect(await known('OLD')).not.toEqual(before);
  await load(old);
  expect(await known('OLD')).toEqual(before);
});

test('a code typed in other letters means the training that is there', async () => {
  await load(linesOf('CASE'));
  const summary = await load(
    linesOf('CASE').map((line) => ({ ...line, training_code: line.training_code.toLowerCase() })),
  );
  expect(summary).toMatchObject({ trainings: { new: 0, unchanged: 2 }, touched: ['CASE-A', 'CASE-B'] });
});

test('killed at any step and resumed, it is as if it had never been interrupted', async () => {
  await load(linesOf('WHOLE'));
  const whole = await nameless('WHOLE');
  let deaths = 0;
  for (let steps = 0; ; steps += 1) {
    const name = `KILL${steps}`;
    const planned = new Set<TrainingCode>();
    const plan = async (codes: readonly TrainingCode[]) => {
      for (const code of codes) planned.add(code);
    };
    const doomed = dyingAfter(steps, stores());
    const planUnlessKilled = async (codes: readonly TrainingCode[]) => {
      await doomed.trainings.byCodes(codes);
      await plan(codes);
    };
    const died = await load(linesOf(name), planUnlessKilled, doomed).then(
      () => false,
      () => true,
    );
    if (died) deaths += 1;
    const resumed = await resumeImports({ ...stores(), clock }, plan);
    // Killed before the import was stored, there is nothing to resume: the file is imported again.
    if (died && resumed.length === 0) await load(linesOf(name), plan);
    expect(await nameless(name)).toEqual(whole);
    expect(planned.size).toBe(2);
    expect(await stores().imports.unfinished()).toEqual([]);
    if (!died) break;
  }
  expect(deaths).toBeGreaterThan(10);
});

test('an import that was killed is finished before a newer one, which has the last word', async () => {
  const old = linesOf('LATE');
  await expect(load(old, nothing, dyingAfter(6, stores()))).rejects.toThrow('killed');
  expect(await stores().imports.unfinished()).toHaveLength(1);
  await load(old.map((line) => ({ ...line, department: 'Works' })));
  expect(await stores().imports.unfinished()).toEqual([]);
  expect((await known('LATE')).lines.filter((line) => line.includes('Works'))).toHaveLength(5);
});

test('a training that cannot be brought in stops no other; it is named, and tried again until it can', async () => {
  const codes = (name: string) => [`${name}-A`, `${name}-B`] as TrainingCode[];
  const [bad, good] = codes('BAD');
  let isBad = true;
  const seen: TrainingCode[] = [];
  const after = async (some: readonly TrainingCode[]) => {
    if (isBad && some.includes(bad as TrainingCode)) throw new Error('not this one');
    seen.push(...some);
  };
  const last = { now: () => new Date('2027-01-01T02:00:00Z') };
  const first = await load(linesOf('BAD'), after, stores(), last);
  expect([first.failed, first.touched, seen]).toEqual([[bad], [good], [good]]);
  // At the next start it is tried once more, and once more, as long as nothing newer was imported.
  const resume = () => resumeImports({ ...stores(), clock }, after);
  expect((await resume()).map(({ failed }) => failed)).toEqual([[bad]]);
  isBad = false;
  expect((await resume()).map(({ failed, touched }) => [failed, touched])).toEqual([[[], codes('BAD')]]);
  expect(await resume()).toEqual([]);
});

test('what fails of an import is not tried after a newer one, which has the last word', async () => {
  const after = async (some: readonly TrainingCode[]) => {
    if (some.some((code) => code === 'OLD-A')) throw new Error('not this one');
  };
  expect((await load(linesOf('OLD'), after)).failed).toEqual(['OLD-A']);
  expect((await load(linesOf('NEWER'), after)).failed).toEqual([]);
  expect(await stores().imports.unfinished()).toEqual([]);
});

test('where the database is away nothing is blamed on a training', async () => {
  const gone = { ...stores().imports, progress: () => Promise.reject(new Error('away')) };
  const work = load(linesOf('AWAY'), () => Promise.reject(new Error('away')), { ...stores(), imports: gone });
  await expect(work).rejects.toThrow('away');
  expect((await load(linesOf('AWAY'))).failed).toEqual([]);
});
