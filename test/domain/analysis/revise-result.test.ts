import { expect, it } from 'vitest';
import { tellTally } from '../../../src/domain/analysis/low-end.ts';
import type { Completion, Result } from '../../../src/domain/analysis/result.ts';
import { reviseResult } from '../../../src/domain/analysis/revise-result.ts';
import { sumUp } from '../../../src/domain/analysis/sums.ts';
import { addTallies, emptyTally, tallyAnswer } from '../../../src/domain/analysis/tally.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { itemsById } from '../../../src/domain/questionnaires/questionnaire.ts';
import { aRound } from '../../store/samples.ts';
import { own } from '../../support/own-questionnaires.ts';
import { t1 } from '../../support/questionnaires.ts';

const key = 'd5-overall';
const item = itemsById(t1).get(key);
/** So many who all gave a 5. */
const fives = (count: number) =>
  addTallies(...Array.from({ length: count }, () => (item && tallyAnswer(item, 5)) ?? emptyTally));
const completion = (answered: number): Completion => ({
  due: 12,
  answered,
  started: 0,
  declined: 0,
  excused: 0,
});

/** Six had answered in time; five came late, so many of whom answered this question, and so many went past its comment. */
const revised = (answered: number, reached: number) => {
  const { id: round, training, kind, dueDate } = aRound();
  const frozen: Result = {
    round,
    training,
    kind,
    dueDate,
    questionnaire: 't1.1',
    revision: 1,
    frozenAt: new Date('2026-03-17T00:00:00Z'),
    whole: { completion: completion(6), items: { [key]: fives(6) } },
    comments: { 'd5-suggestion': 0 },
  };
  const all = {
    groups: [
      { department: 'Sales', completion: completion(11), items: new Map([[key, fives(6 + answered)]]) },
    ],
    reached: new Map([['d5-suggestion', 6 + reached]]),
    comments: [{ key: 'd5-suggestion', text: 'More examples' }],
  };
  const late = {
    items: new Map([[key, fives(answered)]]),
    reached: new Map([['d5-suggestion', reached]]),
    answered: 5,
  };
  return reviseResult({ frozen, texts: [] }, sumUp(all), late, t1, defaultSettings);
};

it.each([
  [4, 4, 6, 0],
  [5, 5, 11, 1],
  [5, 4, 11, 0],
  [4, 5, 6, 1],
])(
  'a figure takes in what came late from five people on, judged by itself (%i answers, %i past its comment)',
  (answered, reached, n, comments) => {
    const { whole, texts } = revised(answered, reached);
    expect(whole.items[key]).toMatchObject({ n });
    expect(texts).toHaveLength(comments);
  },
);

it('what only some are asked takes in late answers together with what decided who is asked', () => {
  const points = (id: 'methods' | 'methods-weak', ...answers: (number | string)[]) => {
    const asked = itemsById(own).get(id);
    return addTallies(
      ...answers.map(
        (one) => (asked && tallyAnswer(asked, typeof one === 'string' ? [one] : one)) ?? emptyTally,
      ),
    );
  };
  const weak = ['variety', 'variety', 'variety', 'practice', 'practice', 'practice'];
  const before = new Map([
    ['methods@p', points('methods', 5, 5, 5, 5, 2, 2, 2, 2, 2, 2)],
    ['methods-weak@p', points('methods-weak', ...weak)],
  ]);
  const after = (...scores: number[]) => {
    const late = new Map([
      ['methods@p', points('methods', ...scores)],
      ['methods-weak@p', points('methods-weak', ...weak, 'variety', 'practice')],
    ]);
    const items = new Map(
      [...before].map(([id, tally]) => [id, addTallies(tally, late.get(id) ?? emptyTally)]),
    );
    const { id: round, training, kind, dueDate } = aRound();
    const frozen: Result = {
      ...{ round, training, kind, dueDate, questionnaire: 'own-t1.1', revision: 1 },
      frozenAt: new Date('2026-03-17T00:00:00Z'),
      whole: { completion: completion(10), items: Object.fromEntries(before) },
      comments: {},
    };
    const sums = sumUp({
      groups: [{ department: 'Sales', completion: completion(12), items }],
      reached: new Map(),
      comments: [],
    });
    const counted = { items: late, reached: new Map(), answered: scores.length };
    return reviseResult({ frozen, texts: [] }, sums, counted, own, defaultSettings).whole.items;
  };
  // All the late ones judged badly: neither figure moves.
  expect(after(2, 2, 2, 2, 2, 2, 2, 2)).toMatchObject({ 'methods@p': { n: 10 }, 'methods-weak@p': { n: 6 } });
  expect(after(5, 5, 5, 5, 2, 2, 2, 2, 2, 2, 2, 2)).toMatchObject({
    'methods@p': { n: 22 },
    'methods-weak@p': { n: 14 },
  });
});

/** So many had answered so in time, and so many so late. */
const takenIn = (inTime: readonly number[], tooLate: readonly number[], answered = tooLate.length) => {
  if (item === undefined) throw new Error('not asked');
  const sum = (scores: readonly number[]) =>
    addTallies(...scores.map((score) => tallyAnswer(item, score) ?? emptyTally));
  const { id: round, training, kind, dueDate } = aRound();
  const frozen: Result = {
    ...{ round, training, kind, dueDate, questionnaire: 't1.1', revision: 1 },
    frozenAt: new Date('2026-03-17T00:00:00Z'),
    whole: { completion: completion(6), items: { [key]: tellTally(item, sum(inTime), 1) } },
    comments: {},
  };
  const items = new Map([[key, sum([...inTime, ...tooLate])]]);
  const group = { department: 'Sales', completion: completion(6 + answered), items };
  const sums = sumUp({ groups: [group], reached: new Map(), comments: [] });
  const late = { items: new Map([[key, sum(tooLate)]]), reached: new Map(), answered };
  return reviseResult({ frozen, texts: [] }, sums, late, t1, defaultSettings).whole;
};
const all = (count: number, score: number): number[] => Array.from({ length: count }, () => score);

it('what is told only down to a stop takes nothing in: beside the sum of both it would say more', () => {
  expect(takenIn(all(6, 1), all(6, 5)).items[key]).toMatchObject({ n: 6, stopped: 'scores' });
});

it('late answers of which not everything may be told are not taken in, however good all are together', () => {
  expect(takenIn(all(9, 5), all(5, 1)).items[key]).toMatchObject({ n: 9 });
  expect(takenIn(all(9, 5), all(5, 5)).items[key]).toMatchObject({ n: 14 });
});

it('completion takes in what came late from five people on', () => {
  const after = (answered: number) => takenIn(all(6, 5), all(5, 5), answered).completion;
  expect([1, 4, 5].map((answered) => (after(answered) as Completion).answered)).toEqual([6, 6, 11]);
});
