import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidden } from '../../../src/domain/analysis/disclosed-result.ts';
import { disclose, discloseCompletion, forInstructor } from '../../../src/domain/analysis/disclosure.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { buildRound, resultOf, type Trainee } from '../../support/build-round.ts';
import { drawn } from '../../support/how-often.ts';
import { canBeDerived } from '../../support/linear-span.ts';

const key = 'd5-overall';
const people = (count: number, department: string, manager?: string): Trainee[] =>
  Array.from({ length: count }, () => ({
    department,
    ...(manager === undefined ? {} : { manager }),
    answers: { [key]: 4, 'd5-suggestion': 'more practice' },
  }));
const disclosed = (trainees: readonly Trainee[]) => disclose(resultOf(trainees), settings);
const shownDepartments = (trainees: readonly Trainee[]) =>
  Object.entries(disclosed(trainees).departments)
    .filter(([, cell]) => cell.items[key] !== hidden)
    .map(([name]) => name);

describe('disclosure (P3)', () => {
  it('shows a score from five answers on, never below', () => {
    expect(disclosed(people(5, 'Sales')).whole.items[key]).toMatchObject({ n: 5, sum: 20 });
    expect(disclosed(people(4, 'Sales')).whole.items[key]).toBe(hidden);
  });

  it('shows comments from five respondents on, never below', () => {
    expect(disclosed(people(5, 'Sales')).comments).toHaveLength(5);
    expect(disclosed(people(4, 'Sales')).comments).toBe(hidden);
  });

  it('judges every item by its own answers', () => {
    const result = disclosed([...people(5, 'Sales'), { answers: { 'd1-depth': 1 } }]);
    expect(result.whole.items['d1-depth']).toBe(hidden);
    expect(result.whole.items[key]).not.toBe(hidden);
  });

  it('hides a second department when one is too small, so that it cannot be had by subtraction', () => {
    expect(shownDepartments([...people(8, 'A'), ...people(7, 'B'), ...people(2, 'C')])).toEqual(['A']);
    expect(shownDepartments([...people(8, 'A'), ...people(3, 'C')])).toEqual([]);
    expect(
      shownDepartments([...people(8, 'A'), ...people(7, 'B'), ...people(3, 'C'), ...people(2, 'D')]),
    ).toEqual(['A', 'B']);
  });

  it('hides a manager’s people when the rest of the training, or of their department, would be too few', () => {
    const rest = disclosed([...people(6, 'A', 'mo'), ...people(2, 'A')]);
    expect(rest.managers['mo' as PersonId]?.items[key]).toBe(hidden);
    const department = disclosed([...people(6, 'A', 'mo'), ...people(2, 'A'), ...people(9, 'B')]);
    const shown = [department.managers['mo' as PersonId], department.departments.A].filter(
      (cell) => cell?.items[key] !== hidden,
    );
    expect(shown).toHaveLength(1);
  });

  it('completion of a manager’s people obeys the same threshold, by the people due', () => {
    const waiting = (count: number, manager: string) =>
      Array.from({ length: count }, () => ({ department: 'A', manager }));
    const { managers, whole } = disclosed([
      ...waiting(6, 'mo'),
      ...waiting(5, 'su'),
      ...waiting(4, 'li'),
      ...waiting(3, 'wu'),
    ]);
    const shown = Object.entries(managers).filter(([, cell]) => cell.completion !== hidden);
    expect(shown.map(([name]) => name).sort()).toEqual(['mo', 'su']);
    expect(whole.completion).toMatchObject({ due: 18 });
    expect(discloseCompletion({ due: 4 }, settings)).toBe(hidden);
    expect(discloseCompletion({ due: 5 }, settings)).toEqual({ due: 5 });
  });

  it('an instructor sees nothing that was said about another', () => {
    const [ann, bob] = ['ann' as PersonId, 'bob' as PersonId];
    const round = buildRound({ instructors: [ann, bob].map((person) => ({ person, name: person })) });
    const answers = { [`d2-clarity@${ann}`]: 5, [`d2-clarity@${bob}`]: 1, [key]: 4 };
    const result = disclose(
      resultOf(
        Array.from({ length: 6 }, () => ({ answers })),
        round,
      ),
      settings,
    );
    expect(Object.keys(forInstructor(result, ann, settings).whole.items).sort()).toEqual([
      `d2-clarity@${ann}`,
      key,
    ]);
    expect(forInstructor(result, ann, settings)).toMatchObject({ departments: {}, managers: {} });
    const [about, aside, room] = [`remark@${ann}`, `remark@${bob}`, 'd5-suggestion'].map((said) => ({
      key: said,
      text: said,
    }));
    if (about === undefined || aside === undefined || room === undefined) throw new Error('three comments');
    const commented = { ...result, comments: [about, aside, room] };
    expect(forInstructor(commented, ann, settings).comments).toEqual([about, room]);
  });

  it('an instructor gets no comment on another, but those on themselves and on the whole', () => {
    const [ann, bob] = ['ann' as PersonId, 'bob' as PersonId];
    const comments = [`wish@${ann}`, `wish@${bob}`, 'd5-suggestion'].map((of) => ({ key: of, text: of }));
    const result = { ...disclosed(people(6, 'A')), comments };
    expect(forInstructor(result, ann, settings).comments).toEqual([comments[0], comments[2]]);
  });

  it('an instructor of fewer than five people is not even told who answered', () => {
    const result = disclosed(people(4, 'A'));
    expect(result.whole.completion).not.toBe(hidden);
    expect(forInstructor(result, 'ann' as PersonId, settings)).toMatchObject({
      whole: { completion: hidden, items: { [key]: hidden } },
      comments: hidden,
    });
  });

  const anyTrainees = fc.array(
    fc.record({
      department: fc.constantFrom('A', 'B', 'C'),
      manager: fc.option(fc.constantFrom('mo', 'su', 'li'), { nil: undefined }),
      answers: fc.option(fc.constant({ [key]: 4 }), { nil: undefined, freq: 8 }),
    }),
    { minLength: 4, maxLength: 26 },
  );
  const clean = (
    trainees: readonly {
      department: string;
      manager: string | undefined;
      answers: { [key]: number } | undefined;
    }[],
  ): Trainee[] =>
    trainees.map(({ department, manager, answers }) => ({
      department,
      ...(manager === undefined ? {} : { manager }),
      ...(answers === undefined ? {} : { answers }),
    }));

  it.each(['answers', 'completion'] as const)(
    'no sum of fewer than five people can be computed from all that is shown: %s',
    (figure) => {
      fc.assert(
        fc.property(anyTrainees, (drawn) => {
          const trainees = clean(drawn);
          const counted = figure === 'answers' ? trainees.filter(({ answers }) => answers) : trainees;
          const { whole, departments, managers } = disclosed(trainees);
          const cells = [
            { cell: whole, members: counted.map(() => true) },
            ...Object.entries(departments).map(([name, cell]) => ({
              cell,
              members: counted.map((one) => one.department === name),
            })),
            ...Object.entries(managers).map(([name, cell]) => ({
              cell,
              members: counted.map((one) => one.manager === name),
            })),
          ];
          const isShown = ({ cell }: (typeof cells)[number]) =>
            figure === 'answers' ? (cell.items[key] ?? hidden) !== hidden : cell.completion !== hidden;
          const shown = cells.filter(isShown).map(({ members }) => members.map(Number));
          if (counted.length < settings.minimumGroup.scores) {
            // Only the whole's completion, a fact of the ledger, is shown of so few.
            expect(shown.length).toBe(figure === 'answers' ? 0 : 1);
            return;
          }
          for (const { members } of cells.filter((cell) => !isShown(cell))) {
            if (members.some(Boolean)) expect(canBeDerived(members.map(Number), shown)).toBe(false);
          }
          for (const group of smallGroups(counted.length)) expect(canBeDerived(group, shown)).toBe(false);
        }),
        drawn(60),
      );
    },
  );
});

/** Every group of one or two people, and the first 400 of three or four. */
const smallGroups = (size: number): number[][] => {
  const indexes = Array.from({ length: size }, (_, index) => index);
  const singles = indexes.map((one) => [one]);
  const grow = (groups: number[][]): number[][] =>
    groups.flatMap((group) =>
      indexes.filter((next) => next > Math.max(...group)).map((next) => [...group, next]),
    );
  const pairs = grow(singles);
  const triples = grow(pairs).slice(0, 200);
  return [...singles, ...pairs, ...triples, ...grow(triples).slice(0, 200)].map((group) =>
    indexes.map((index) => Number(group.includes(index))),
  );
};
