import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { PersonId, TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { buildReport } from '../../../src/domain/reports/build-report.ts';
import { isCounted } from '../../../src/domain/reports/people-of-quarter.ts';
import { quarterPeriod } from '../../../src/domain/reports/period.ts';
import type { ReportScope } from '../../../src/domain/reports/report.ts';
import { aTraining } from '../../store/samples.ts';
import { buildRound, buildVisit, endOf, resultOf, type Trainee } from '../../support/build-round.ts';
import { byTest } from '../../support/by-test.ts';
import { isolated, type Row } from '../../support/isolate.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const seen = { rounds: 0, looks: 0, facts: 0 };
let year = 2026;

const managers = ['mo', 'ma', 'mi'] as const;
const departments = ['Sales', 'Law'] as const;
const place = fc.record({
  manager: fc.constantFrom(...managers),
  department: fc.constantFrom(...departments),
});
const people = fc.array(fc.record({ place, answers: fc.boolean(), moves: fc.option(place, { freq: 6 }) }), {
  minLength: 3,
  maxLength: 30,
});
const scopes: ReportScope[] = [
  { kind: 'all' },
  ...managers.map((person) => ({ kind: 'manager' as const, person: person as PersonId })),
  ...departments.map((department) => ({ kind: 'department' as const, department })),
];
const reaches = (scope: ReportScope, own: { manager: string; department: string }): boolean =>
  scope.kind === 'all' ||
  (scope.kind === 'manager' ? own.manager === scope.person : own.department === scope.department);

afterAll(() => {
  console.info(`the adversary of reports: ${seen.rounds} rounds, ${seen.looks} looks, ${seen.facts} facts`);
});

it('no group below five has a completion of its own, whoever of all roles put together what they see before and after people move', async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.constantFrom('open' as const, 'closed' as const), async (staff, state) => {
      year += 1;
      const code = `WATCH-${year}` as TrainingCode;
      const round = buildRound({ code, state, dueDate: `${year}-08-20`, dueAt: endOf(`${year}-08-20`) });
      const trainees = staff.map(
        ({ place: at, answers }, index): Trainee => ({
          person: `p${index}`,
          ...at,
          ...(answers ? { answers: { 'd5-overall': 5 }, visit: { answeredOn: `${year}-08-10` } } : {}),
        }),
      );
      await stores().trainings.save(aTraining({ code, title: code, course: code }), byTest);
      await stores().rounds.plan(round, byTest);
      await stores().visits.open(trainees.map((one, index) => buildVisit(round, one, index)));
      if (state === 'closed') await stores().results.freeze(resultOf(trainees, round), []);
      seen.rounds += 1;
      const rows: Row[] = [];
      for (const isAfter of [false, true]) {
        const places = staff.map(({ place: at, moves }) => (isAfter && moves !== null ? moves : at));
        for (const [index, at] of places.entries()) {
          const line = { training: code, person: `p${index}` as PersonId, withdrawn: false, ...at };
          await stores().trainings.enrol({ ...line, manager: at.manager as PersonId }, byTest);
        }
        for (const scope of scopes) {
          const told = await buildReport(
            { ...stores(), questionnaires },
            quarterPeriod(year, 3),
            scope,
            settings,
            `${year}-08-19`,
          );
          seen.looks += 1;
          const figures = [
            told.people,
            ...told.trainings.flatMap(({ rounds }) => rounds.map((one) => one.people)),
          ];
          for (const figure of figures.filter(isCounted).filter(({ due }) => due > 0)) {
            seen.facts += 1;
            const row = places.map((at) => (reaches(scope, at) ? 1 : 0));
            expect(figure.due).toBe(row.filter((one) => one === 1).length);
            rows.push(row);
          }
        }
      }
      // Fewer than five who are everybody are no part of anything: their closed round says how many they were.
      expect(isolated(rows, staff.length, Math.min(staff.length, 5))).toBeUndefined();
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
