import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDeliveryMoment } from '../../../src/domain/deliveries/delivery-hours.ts';
import { openRounds } from '../../../src/domain/followups/open-rounds.ts';
import { importRoster } from '../../../src/domain/imports/import-roster.ts';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { daysLater, localDate } from '../../../src/domain/kernel/local-date.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { checkRoster } from '../../../src/domain/rosters/check-roster.ts';
import type { RosterRow } from '../../../src/domain/rosters/roster-row.ts';
import { afterTrainings } from '../../../src/domain/sequels/after-trainings.ts';
import { importOutlook } from '../../../src/domain/sequels/import-outlook.ts';
import { byTest } from '../../support/by-test.ts';
import { drawn } from '../../support/how-often.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { rosterLine, rosterTable } from '../../support/roster-lines.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const zone = 'Asia/Shanghai';
const calendar = createWorkingCalendar('CN');
let time = new Date('2026-06-10T03:00:00Z');
const deps = () => ({ ...stores(), clock: { now: () => time }, settings, calendar, questionnaires });

interface DrawnTraining {
  readonly length: 'short' | 'long';
  readonly ended: number;
  readonly people: readonly { readonly who: number; readonly withdrawn: boolean }[];
  readonly instructor: boolean;
}
const training = fc.record({
  length: fc.constantFrom('short' as const, 'long' as const),
  // Days since its end: rounds of all sorts are over, under way or to come.
  ended: fc.integer({ min: -20, max: 200 }),
  people: fc.uniqueArray(fc.record({ who: fc.nat(5), withdrawn: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ who }) => who,
  }),
  instructor: fc.boolean(),
});
const roster = fc.array(training, { minLength: 1, maxLength: 3 });

let draws = 0;
const rowsOf = (name: string, trainings: readonly DrawnTraining[]): readonly RosterRow[] => {
  const lines = trainings.flatMap(({ length, ended, people, instructor }, at) => {
    const end = daysLater('2026-06-10', -ended);
    return people.map(({ who, withdrawn }) =>
      rosterLine({
        training_code: `${name}-${at}`,
        length,
        start: daysLater(end, length === 'long' ? -70 : -1),
        end,
        time_zone: zone,
        instructor_emails: instructor ? `ines.${name}@contoso.example` : '',
        name: `Person ${who}`,
        email: `p${who}.${name}@contoso.example`,
        manager_email: who % 2 === 0 ? '' : `mara.${name}@contoso.example`,
        withdrawn: withdrawn ? 'yes' : 'no',
      }),
    );
  });
  const { rows, problems } = checkRoster(rosterTable(lines), zone);
  expect(problems).toEqual([]);
  return rows;
};
const load = (rows: readonly RosterRow[]) =>
  importRoster(deps(), { rows, fileName: 'roster.csv', begunBy: byTest.who }, (codes, by) =>
    afterTrainings(deps(), codes, by),
  );

const codesOf = (rows: readonly RosterRow[]) => [...new Set(rows.map(({ code }) => code as TrainingCode))];
const roundsOf = async (rows: readonly RosterRow[]) => stores().rounds.ofTrainings(codesOf(rows));
const missedOf = async (rows: readonly RosterRow[]): Promise<string[]> =>
  (await roundsOf(rows)).filter(({ state }) => state === 'missed').map(({ id }) => id);
/** Who has a visit in which round, by training. */
const visitsOf = async (rows: readonly RosterRow[]): Promise<Map<string, ReadonlyMap<string, string>>> => {
  const byTraining = new Map<string, Map<string, string>>();
  for (const { id, training: code } of await roundsOf(rows)) {
    const own = byTraining.get(code) ?? new Map<string, string>();
    for (const visit of await stores().visits.ofRound(id)) own.set(visit.id, visit.person);
    byTraining.set(code, own);
  }
  return byTraining;
};
const peopleIn = async (rows: readonly RosterRow[]): Promise<number> => {
  const addresses = rows.flatMap((row) => [row.email, row.managerEmail ?? '', ...row.instructorEmails]);
  return (await stores().people.byEmails(addresses.filter((one) => one !== ''))).length;
};

/** Lets time pass over every opening; when the first of each training's people are asked, and how many of them. */
const firstAsked = async (rows: readonly RosterRow[], before: Awaited<ReturnType<typeof visitsOf>>) => {
  const first = new Map<string, { readonly day: string; readonly people: Set<string> }>();
  const openings = (await roundsOf(rows)).map(({ opensAt }) => opensAt).filter((moment) => moment > time);
  for (const moment of [time, ...openings.toSorted((a, b) => a.getTime() - b.getTime())]) {
    time = moment;
    await openRounds(deps());
    for (const [code, visits] of await visitsOf(rows)) {
      const fresh = [...visits].filter(([visit]) => before.get(code)?.has(visit) !== true);
      if (fresh.length === 0) continue;
      const day = localDate(nextDeliveryMoment(time, zone, settings, calendar), zone);
      const own = first.get(code) ?? { day, people: new Set() };
      first.set(code, own);
      if (own.day === day) for (const [, person] of fresh) own.people.add(person);
    }
  }
  return [...first].map(([code, { day, people }]) => `${code} ${day} ${people.size}`).sort();
};

test('what is said before an import is what follows from it', async () => {
  const days = fc.integer({ min: 0, max: 40 });
  await fc.assert(
    fc.asyncProperty(fc.option(roster), roster, days, fc.nat(23), async (earlier, later, wait, hour) => {
      draws += 1;
      const name = `DRAW${draws}`.toLowerCase();
      time = new Date('2026-06-10T03:00:00Z');
      if (earlier !== null) {
        await load(rowsOf(name, earlier));
        await openRounds(deps());
      }
      time = new Date(time.getTime() + (wait * 24 + hour) * 3_600_000);
      const rows = rowsOf(name, later);
      const [missedBefore, visitsBefore, peopleBefore] = [
        await missedOf(rows),
        await visitsOf(rows),
        await peopleIn(rows),
      ];
      const outlook = await importOutlook(deps(), rows, stores());
      expect(await peopleIn(rows)).toBe(peopleBefore);

      const summary = await load(rows);
      expect(outlook.trainings).toEqual(summary.trainings);
      expect(outlook.participants).toEqual(summary.participants);
      expect(outlook.people).toEqual({
        all: await peopleIn(rows),
        new: (await peopleIn(rows)) - peopleBefore,
      });
      await openRounds(deps());
      const missed = (await missedOf(rows)).filter((id) => !missedBefore.includes(id));
      const told = new Set(outlook.missed.map((one) => `${one.training}/${one.kind}`));
      expect(new Set(missed.map((id) => id.split('/').slice(0, 2).join('/')))).toEqual(told);
      expect(outlook.missed).toHaveLength(missed.length);
      const first = outlook.first.map((one) => `${one.training} ${one.day} ${one.people}`);
      expect(await firstAsked(rows, visitsBefore)).toEqual(first.toSorted());
    }),
    drawn(12),
  );
});

test('compared with nothing, everything is new, and what is unclear is named', async () => {
  time = new Date('2026-06-10T03:00:00Z');
  const rows = rowsOf('alone', [
    {
      length: 'short',
      ended: 100,
      people: [{ who: 0, withdrawn: false }],
      instructor: false,
    },
  ]);
  const outlook = await importOutlook(deps(), rows);
  expect(outlook).toMatchObject({
    trainings: { new: 1, changed: 0, unchanged: 0 },
    people: { all: 1, new: 1 },
    first: [],
    unasked: [{ training: 'alone-0', why: 'over' }],
    withoutInstructor: ['alone-0'],
    withoutManager: 1,
  });
  expect(outlook.missed.map(({ day }) => day)).toEqual(['2026-03-16', '2026-04-02']);
});

test('a round that has begun ends on another day where its training moves, which is said', async () => {
  time = new Date('2026-06-10T03:00:00Z');
  const person = { who: 1, withdrawn: false };
  const course = { length: 'short', people: [person], instructor: true } as const;
  await load(rowsOf('moves', [{ ...course, ended: 1 }]));
  await openRounds(deps());
  const outlook = await importOutlook(deps(), rowsOf('moves', [{ ...course, ended: 3 }]), stores());
  expect(outlook.otherDates).toMatchObject([{ kind: 'T1', day: '2026-06-21' }]);
});

test('whom a file withdraws, brings back or leaves out is counted, and a training that it cancels is called so', async () => {
  time = new Date('2026-06-10T03:00:00Z');
  const course = { length: 'short', ended: -3, instructor: true } as const;
  const of = (...people: readonly { who: number; withdrawn: boolean }[]) =>
    rowsOf('marks', [{ ...course, people }]);
  const out = (who: number) => ({ who, withdrawn: true });
  const on = (who: number) => ({ who, withdrawn: false });
  await load(of(on(0), on(1), out(2), out(3)));
  const outlook = await importOutlook(deps(), of(out(0), on(2), out(4)), stores());
  // The one left out and withdrawn is not on the list anyway.
  expect(outlook).toMatchObject({ withdrawn: 2, returned: 1, notNamed: 1 });
  const cancelled = of(on(0), on(1)).map((row) => ({ ...row, cancelled: true }));
  expect((await importOutlook(deps(), cancelled, stores())).unasked).toEqual([
    { training: 'marks-0', why: 'cancelled' },
  ]);
});

test('a file without the column says nothing of who has withdrawn', async () => {
  time = new Date('2026-06-10T03:00:00Z');
  const person = { who: 1, withdrawn: true };
  const [row] = rowsOf('silent', [{ length: 'short', ended: -3, instructor: true, people: [person] }]);
  if (row === undefined) throw new Error('no row');
  await load([row]);
  const { withdrawn: _, ...silent } = row;
  await load([{ ...silent, department: 'Elsewhere' }]);
  const enrolled = await stores().trainings.enrolmentsOfAll(['silent-0' as TrainingCode]);
  expect(enrolled).toMatchObject([{ department: 'Elsewhere', withdrawn: true }]);
  expect(await importOutlook(deps(), [silent], stores())).toMatchObject({ returned: 0, withdrawn: 0 });
});
