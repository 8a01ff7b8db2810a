import { beforeEach, expect, test } from 'vitest';
import { moveEntries } from '../../../src/domain/audit/move-entries.ts';
import { openRounds } from '../../../src/domain/followups/open-rounds.ts';
import { importRoster } from '../../../src/domain/imports/import-roster.ts';
import { type RoundId, roundId, type TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { checkRoster } from '../../../src/domain/rosters/check-roster.ts';
import { afterTrainings } from '../../../src/domain/sequels/after-trainings.ts';
import { finishUndoing, undoImport } from '../../../src/domain/sequels/undo-import.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { times } from '../../support/how-often.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { participant, type RosterLine, rosterTable } from '../../support/roster-lines.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const calendar = createWorkingCalendar('CN');
let time = new Date('2026-06-10T03:00:00Z');
const deps = () => ({ ...stores(), clock: { now: () => time }, settings, calendar, questionnaires });

/** Each test has trainings and people of its own. */
let number = 0;
let name = '';
beforeEach(() => {
  number += 1;
  name = `undo${number}`;
  time = new Date(new Date('2026-06-10T03:00:00Z').getTime() + number * 60_000);
});
const line = (who: number, changes: Partial<RosterLine> = {}): RosterLine =>
  participant(who, {
    ...{ training_code: `${name}-OLD`, start: '2026-06-08', end: '2026-06-10' },
    email: `p${who}.${name}@contoso.example`,
    manager_email: `mara.${name}@contoso.example`,
    instructor_emails: `ines.${name}@contoso.example`,
    ...changes,
  });
const load = async (lines: readonly RosterLine[]) => {
  const { rows, problems } = checkRoster(rosterTable(lines), 'Asia/Shanghai');
  expect(problems).toEqual([]);
  time = new Date(time.getTime() + 1000);
  return importRoster(deps(), { rows, fileName: 'roster.csv', begunBy: byTest.who }, (codes, by) =>
    afterTrainings(deps(), codes, by),
  );
};
const before = () => [line(1), line(2)];
/** A corrected roster: a new name, a moved line, somebody new, other dates, and a new training that begins at once. */
const after = () => {
  const dates = { start: '2026-06-09', end: '2026-06-11' };
  const fresh = { training_code: `${name}-NEW`, start: '2026-06-01', end: '2026-06-05' };
  const second = line(2, { ...dates, name: 'Person Two', department: 'Works', manager_email: '' });
  return [line(1, dates), second, line(3, dates), line(1, fresh), line(4, fresh)].map((one) =>
    one.email.startsWith('p2') ? { ...one, name: 'Person Two' } : one,
  );
};
const codes = () => ['OLD', 'NEW'].map((code) => `${name}-${code}` as TrainingCode);
const t1 = (code = codes()[1]): RoundId => roundId(code as TrainingCode, 'T1', 1);

const state = async () => {
  const rounds = await stores().rounds.ofTrainings(codes());
  const visits = await stores().visits.ofRounds(rounds.map(({ id }) => id));
  const addresses = [1, 2, 3, 4].map((who) => `p${who}.${name}@contoso.example`);
  return {
    trainings: await stores().trainings.byCodes(codes()),
    lines: await stores().trainings.enrolmentsOfAll(codes()),
    rounds: rounds.map(({ id, opensAt, dueAt, state: now }) => ({ id, opensAt, dueAt, state: now })),
    visits: visits.map(({ id, state: now }) => ({ id, state: now })),
    people: (await stores().people.byEmails(addresses))
      .map(({ id, name: called }) => `${id} ${called}`)
      .sort(),
    invitations: (
      await stores().deliveries.about(visits.map(({ id: visit }) => ({ kind: 'invitation' as const, visit })))
    ).map(({ id }) => id),
  };
};
const undo = () => undoImport(deps(), byTest);

test('what it made goes and what it changed goes back; done again, the import before it stays', async () => {
  await load(before());
  const as = await state();
  const { importId } = await load(after());
  expect(await state()).not.toEqual(as);
  expect(await undo()).toEqual({ kind: 'undone', fileName: 'roster.csv', gone: 1, restored: 1, kept: [] });
  expect(await state()).toEqual(as);
  expect(await undo()).toEqual({ kind: 'undone-before', fileName: 'roster.csv' });
  expect(await state()).toEqual(as);
  await moveEntries(deps());
  expect(await stores().trail.about('import', importId)).toMatchObject([
    { what: 'import-undone', by: byTest },
  ]);
});

test('rounds that it opened go as long as no invitation is out; imported again, all is there again', async () => {
  await load(before());
  await load(after());
  const imported = await state();
  await openRounds(deps());
  const { visits, invitations } = await state();
  expect([visits.length, invitations.length]).toEqual([2, 2]);
  expect(await undo()).toMatchObject({ kind: 'undone' });
  expect(await stores().visits.ofRound(t1())).toEqual([]);
  const about = visits.map(({ id }) => ({ kind: 'invitation' as const, visit: id }));
  expect(await stores().deliveries.about(about)).toEqual([]);
  await load(after());
  const bare = ({ people, lines, ...rest }: Awaited<ReturnType<typeof state>>) => ({
    ...rest,
    people: people.length,
    lines: lines.length,
  });
  expect(bare(await state())).toEqual(bare(imported));
});

test('once an invitation is out, or on its way, nothing is taken back, and it says of which training', async () => {
  await load(before());
  await load(after());
  await openRounds(deps());
  const own = new Set((await state()).invitations);
  const claim = { owner: 'test', now: time, realNow: time, leaseMs: 60_000 };
  const claimed = await stores().deliveries.claimSome(claim, 100);
  const [sent, other] = claimed.filter(({ id }) => own.has(id));
  const as = await state();
  const out = [{ training: codes()[1], sent: 1, begun: 0 }];
  const both = [{ training: codes()[1], sent: 2, begun: 0 }];
  expect(await undo()).toEqual({ kind: 'already-out', fileName: 'roster.csv', out: both });
  if (sent === undefined || other === undefined) throw new Error('nothing was sent');
  await stores().deliveries.release(other.id, 'test');
  await stores().deliveries.record(sent.id, 'test', { state: 'sent', at: time, sentAt: time });
  expect(await undo()).toEqual({ kind: 'already-out', fileName: 'roster.csv', out });
  expect(await state()).toEqual(as);
});

test('once somebody has begun to answer, nothing is taken back', async () => {
  await load(before());
  await load(after());
  await openRounds(deps());
  const [visit] = await stores().visits.ofRound(t1());
  if (visit === undefined) throw new Error('nobody is asked');
  await stores().visits.markStarted(visit.id, time, 1, 1);
  expect(await undo()).toMatchObject({ kind: 'already-out', out: [{ sent: 0, begun: 1 }] });
});

test('the same file imported again is taken back with its first time; after another one it is by itself', async () => {
  await load(before());
  const as = await state();
  await load(after());
  await load(after());
  await undo();
  expect(await state()).toEqual(as);
  await load(after());
  const changed = await state();
  await load(before());
  await load(after());
  await undo();
  const { people, ...rest } = await state();
  expect(rest.trainings.find(({ code }) => code === codes()[0])?.end).toBe('2026-06-10');
  expect(rest.trainings).toHaveLength(changed.trainings.length);
  expect(people).not.toEqual([]);
});

test('killed before any write of it or after, it goes on at the next start', async () => {
  let died = true;
  for (let nth = 1; died; nth += times(4, 1)) {
    for (const when of ['before', 'after'] as const) {
      number += 100;
      name = `killed${number}`;
      await load(before());
      const as = await state();
      await load(after());
      await openRounds(deps());
      died = await dieAtWrite(nth, when, undo);
      await finishUndoing(deps(), byTest);
      await undo();
      expect({ nth, when, ...(await state()) }).toEqual({ nth, when, ...as });
    }
  }
});

test('an import that cancelled a training is taken back: it takes place again', async () => {
  await load(before());
  const planned = (await state()).rounds;
  await load(before().map((one) => ({ ...one, training_status: 'cancelled' })));
  expect((await state()).rounds.map(({ state: now }) => now)).toEqual(['cancelled', 'cancelled']);
  expect((await undo()).kind).toBe('undone');
  expect((await state()).rounds).toEqual(planned);
  expect((await stores().trainings.byCodes(codes())).map(({ cancelled }) => cancelled)).toEqual([false]);
});

// The last: it moves the clock on.
test('once somebody was told that a training is moved or cancelled, nothing is taken back; before, it can be', async () => {
  const open = { start: '2026-06-01', end: '2026-06-05' };
  const sendAll = async (kind: string): Promise<number> => {
    const claim = { owner: 'test', now: time, realNow: time, leaseMs: 60_000 };
    const claimed = await stores().deliveries.claimSome(claim, 100);
    const own = new Set((await stores().visits.ofRound(t1(codes()[0]))).map(({ id }) => id));
    let sent = 0;
    for (const { id, subject } of claimed) {
      const isIt = subject.kind === kind && 'visit' in subject && own.has(subject.visit);
      if (isIt) await stores().deliveries.record(id, 'test', { state: 'sent', at: time, sentAt: time });
      else await stores().deliveries.release(id, 'test');
      if (isIt) sent += 1;
    }
    return sent;
  };
  await load([line(1, open), line(2, open)]);
  await openRounds(deps());
  expect(await sendAll('invitation')).toBe(2);
  for (const change of [{ end: '2026-06-06' }, { training_status: 'cancelled' }]) {
    const corrected = [1, 2].map((who) => line(who, { ...open, ...change }));
    await load(corrected);
    expect(await undo()).toMatchObject({ kind: 'undone' });
    await load(corrected);
    time = new Date(time.getTime() + 60 * 60_000);
    const sent = await sendAll('visit-change');
    expect(sent).toBeGreaterThanOrEqual(2);
    expect(await undo()).toEqual({
      ...{ kind: 'already-out', fileName: 'roster.csv' },
      out: [{ training: codes()[0], sent, begun: 0 }],
    });
    // What was said because of an import before this one keeps nobody from taking this one back.
    await load([line(1, { ...open, ...change, department: 'Elsewhere' }), line(2, { ...open, ...change })]);
    expect(await undo()).toMatchObject({ kind: 'undone' });
  }
});
