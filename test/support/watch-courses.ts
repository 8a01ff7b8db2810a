import fc from 'fast-check';
import type { ReportScope } from '../../src/domain/reports/report.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { equationsIn, foundOut } from './found-out.ts';
import { lookAround, nothingSeen } from './look-around.ts';
import { type Line, playCourse, type Step } from './play-course.ts';

/** Some of them more often than others, so that sets are large enough to be told and differ by few. */
const score = fc.constantFrom(1, 2, 2, 3, 4, 5, 5);

interface Plot {
  readonly rosters: readonly (readonly Line[])[];
  /** By round and person. */
  readonly before: readonly (readonly (number | null)[])[];
  readonly steps: readonly Step[];
}

const plots: fc.Arbitrary<Plot> = fc
  .record({ people: fc.integer({ min: 6, max: 16 }), rounds: fc.integer({ min: 2, max: 3 }) })
  .chain(({ people, rounds }) => {
    const person = fc.integer({ min: 0, max: people + 3 });
    const round = fc.nat(rounds - 1);
    const line = (number: fc.Arbitrary<number>, withdrawn: fc.Arbitrary<boolean>): fc.Arbitrary<Line> =>
      fc.record({ person: number, department: fc.nat(1), manager: fc.nat(1), withdrawn });
    const roster = fc
      .tuple(fc.constantFrom(0, 0, 1, 3, 5), fc.constantFrom(0, 0, 1, 3))
      .chain(([from, less]) =>
        fc.tuple(
          ...Array.from({ length: Math.max(1, people - less) }, (_, at) =>
            line(fc.constant(from + at), fc.constant(false)),
          ),
        ),
      );
    const said = fc.record({ person, score });
    const step: fc.Arbitrary<Step> = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), round, person, score }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('roster' as const),
          round,
          lines: fc.uniqueArray(line(person, fc.boolean()), {
            minLength: 1,
            maxLength: 3,
            selector: (one) => one.person,
          }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('absent' as const, 'on-leave' as const, 'declines' as const),
          round,
          person,
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('night' as const) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('close' as const),
          late: fc.uniqueArray(said, { maxLength: 7, selector: (one) => one.person }),
        }),
      },
    );
    return fc.record({
      rosters: fc.array(roster, { minLength: rounds, maxLength: rounds }),
      // Most have answered before anybody looks: what is told of few is little.
      before: fc.array(
        fc.array(fc.option(score, { freq: 4 }), { minLength: people + 4, maxLength: people + 4 }),
        { minLength: rounds, maxLength: rounds },
      ),
      steps: fc.array(step, { minLength: 5, maxLength: 9 }),
    });
  });

/** Plays courses and watches what everybody who looks after each step can find out with all others. */
export const watchCourses = (stores: () => Stores) => {
  let year = 2030;
  let [courses, looks, figures, equations] = [0, 0, 0, 0];
  const play = async ({ rosters, before, steps }: Plot): Promise<string[]> => {
    year += 2;
    courses += 1;
    const course = await playCourse(stores(), year, rosters);
    const scopes: ReportScope[] = [{ kind: 'all' }];
    for (const number of [0, 1]) {
      scopes.push({ kind: 'department', department: course.department(number) });
      scopes.push({ kind: 'manager', person: await course.idOf(`manager${number}`) });
    }
    const seen = nothingSeen();
    const look = () => lookAround(course, scopes, seen);
    await Promise.all(
      before.flatMap((own, round) =>
        own.map(async (said, person) => {
          if (said !== null) await course.takes({ kind: 'answer', round, person, score: said }, look);
        }),
      ),
    );
    await look();
    for (const step of steps) {
      await course.takes(step, look);
      await look();
    }
    for (const _ of rosters) {
      await course.takes({ kind: 'close', late: [] }, look);
      await look();
    }
    looks += seen.looks;
    figures += seen.figures;
    equations += equationsIn(seen);
    return [...new Set(foundOut(seen))];
  };
  return {
    draws: async (runs: number): Promise<string[]> => {
      const found: string[] = [];
      await fc
        .assert(
          fc.asyncProperty(plots, async (plot) => {
            found.splice(0, Infinity, ...(await play(plot)));
            return found.length === 0;
          }),
          { numRuns: runs, endOnFailure: true },
        )
        .catch((problem: unknown) => {
          if (found.length === 0) throw problem;
          found.push(String(problem));
        });
      return found;
    },
    tells: (): void =>
      console.info(
        `over time: ${courses} courses, ${looks} looks, ${figures} figures of answers, ${equations} equations`,
      ),
  };
};
