import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discloseCompletion, forInstructor } from '../../../src/domain/analysis/disclosure.ts';
import { hidden } from '../../../src/domain/analysis/told.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { buildRound, cellOf, resultOf, type Trainee } from '../../support/build-round.ts';
import { drawn } from '../../support/how-often.ts';
import { canBeDerived } from '../../support/linear-span.ts';

const key = 'd5-overall';
const people = (count: number, department: string, manager?: string): Trainee[] =>
  Array.from({ length: count }, () => ({
    department,
    ...(manager === undefined ? {} : { manager }),
    answers: { [key]: 4, 'd5-suggestion': 'more practice' },
  }));
const disclosed = (trainees: readonly Trainee[]) => resultOf(trainees);
const shownDepartments = (trainees: readonly Trainee[]) =>
  disclosed(trainees).parts.flatMap(({ part, cell }) =>
    part.kind === 'department' && cell.items[key] !== hidden ? [part.department] : [],
  );

describe('disclosure (P3)', () => {
  it('shows a score from five answers on, never below', () => {
    expect(disclosed(people(5, 'Sales')).whole.items[key]).toMatchObject({ n: 5, sum: 20 });
    expect(disclosed(people(4, 'Sales')).whole.items[key]).toBe(hidden);
  });

  it('shows comments from five respondents on, never below', () => {
    expect(disclosed(people(5, 'Sales'))).toMatchObject({ comments: { 'd5-suggestion': 5 } });
    expect(disclosed(people(5, 'Sales')).texts).toHaveLength(5);
    expect(disclosed(people(4, 'Sales'))).toMatchObject({ comments: { 'd5-suggestion': hidden }, texts: [] });
  });

  it('scores and comments have each their own threshold', () => {
    const minimumGroup = { scores: 5, comments: 8 };
    const shown = (count: number) => resultOf(people(count, 'Sales'), buildRound(), { minimumGroup });
    expect(shown(7).whole.items[key]).toMatchObject({ n: 7 });
    expect(shown(7).comments).toEqual({ 'd5-suggestion': hidden });
    expect(shown(8).comments).toEqual({ 'd5-suggestion': 8 });
  });

  it('judges every item by its own answers', () => {
    const result = disclosed([...people(5, 'Sales'), { answers: { 'd1-depth': 1 } }]);
    expect(result.whole.items['d1-depth']).toBe(hidden);
    expect(result.whole.items[key]).not.toBe(hidden);
  });

  it('of what only some are asked shows a part only where it shows what decided who is asked', () => {
    const round = buildRound({
      questionnaire: 'own-t1.1',
      instructors: [{ person: 'p' as PersonId, name: 'P' }],
    });
    const rated = (count: number, department: string, score: number): Trainee[] =>
      Array.from({ length: count }, (_, at) => ({
        department,
        answers: {
          'methods@p': score,
          ...(score > 3 ? {} : { 'methods-weak@p': [at % 2 === 0 ? 'variety' : 'practice'] }),
        },
      }));
    const shown = (...people: Trainee[][]) => cellOf(resultOf(people.flat(), round), 'A')?.items ?? {};
    const others = [rated(8, 'B', 4), rated(6, 'B', 2)];
    expect(Object.keys(shown(rated(4, 'A', 4), rated(6, 'A', 2), ...others))).toContain('methods-weak@p');
    // Everybody's is shown, theirs is too low to be.
    const low = shown(rated(1, 'A', 4), rated(6, 'A', 2), ...others);
    expect(low['methods@p']).toBe(hidden);
    expect(low).not.toHaveProperty('methods-weak@p');
  });

  it('shows no comments of those who are asked for them after an answer of which not everything is shown', () => {
    const round = buildRound({ questionnaire: 'own-t1.1' });
    const of = (...points: number[]) =>
      resultOf(
        points.map((depth) => ({ answers: depth < 4 ? { depth } : { depth, 'too-deep': 'proofs' } })),
        round,
      );
    expect(of(4, 4, 4, 5, 5, 3, 3, 3, 3)).toMatchObject({ comments: { 'too-deep': 5 } });
    expect(of(4, 4, 4, 5, 5, 3, 3)).toMatchObject({ comments: {}, texts: [] });
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
    expect(cellOf(rest, 'mo')?.items[key]).toBe(hidden);
    const department = disclosed([...people(6, 'A', 'mo'), ...people(2, 'A'), ...people(9, 'B')]);
    const shown = [cellOf(department, 'mo'), cellOf(department, 'A')].filter(
      (cell) => cell?.items[key] !== hidden,
    );
    expect(shown).toHaveLength(1);
  });

  it('completion of a manager’s people obeys the same threshold, by the people due', () => {
    const waiting = (count: number, manager: string) =>
      Array.from({ length: count }, () => ({ department: 'A', manager }));
    const { parts, whole } = disclosed([
      ...waiting(6, 'mo'),
      ...waiting(5, 'su'),
      ...waiting(4, 'li'),
      ...waiting(3, 'wu'),
    ]);
    const shown = parts.flatMap(({ part, cell }) =>
      part.kind === 'manager' && cell.completion !== hidden ? [part.person] : [],
    );
    expect(shown.sort()).toEqual(['mo', 'su']);
    expect(whole.completion).toMatchObject({ due: 18 });
    expect(discloseCompletion({ due: 4 }, settings)).toBe(hidden);
    expect(discloseCompletion({ due: 5 }, settings)).toEqual({ due: 5 });
  });

  it('an instructor sees nothing that was said about another', () => {
    const [ann, bob] = ['ann' as PersonId, 'bob' as PersonId];
    const round = buildRound({ instructors: [ann, bob].map((person) => ({ person, name: person })) });
    const answers = { [`d2-clarity@${ann}`]: 5, [`d2-clarity@${bob}`]: 1, [key]: 4 };
    const result = resultOf(
      Array.from({ length: 6 }, () => ({ answers })),
      round,
    );
    expect(Object.keys(forInstructor(result, ann, settings).whole.items).sort()).toEqual([
      `d2-clarity@${ann}`,
      key,
    ]);
    const commented = {
      ...result,
      comments: { [`remark@${ann}`]: 1, [`remark@${bob}`]: 2, 'd5-suggestion': 3 },
    };
    expect(forInstructor(commented, ann, settings).comments).toEqual({
      [`remark@${ann}`]: 1,
      'd5-suggestion': 3,
    });
  });

  it('an instructor gets no comment on another, but those on themselves and on the whole', () => {
    const [ann, bob] = ['ann' as PersonId, 'bob' as PersonId];
    const comments = { [`wish@${ann}`]: 2, [`wish@${bob}`]: 3, 'd5-suggestion': 4 };
    const result = { ...disclosed(people(6, 'A')), comments };
    expect(forInstructor(result, ann, settings).comments).toEqual({
      [`wish@${ann}`]: 2,
      'd5-suggestion': 4,
    });
  });

  it('an instructor of fewer than five people is not even told who answered', () => {
    const result = disclosed(people(4, 'A'));
    expect(result.whole.completion).not.toBe(hidden);
    expect(forInstructor(result, 'ann' as PersonId, settings)).toMatchObject({
      whole: { completion: hidden, items: { [key]: hidden } },
      comments: { 'd5-suggestion': hidden },
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
          const { whole, parts } = disclosed(trainees);
          const cells = [
            { cell: whole, members: counted.map(() => true) },
            ...parts.map(({ part, cell }) => ({
              cell,
              members: counted.map((one) =>
                part.kind === 'department' ? one.department === part.department : one.manager === part.person,
              ),
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
