import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import type { Answers } from '../../../src/domain/questionnaires/answers.ts';
import { buildRound, resultOf, sumsOf, type Trainee } from '../../support/build-round.ts';

const said = (overall: number, more: Partial<Trainee> = {}): Trainee => ({
  answers: { 'd5-overall': overall },
  ...more,
});

describe('what a round’s people said', () => {
  it('counts everybody in the whole, their department and their manager’s people', () => {
    const result = sumsOf([
      said(5, { department: 'Sales', manager: 'mo' }),
      said(3, { department: 'Sales' }),
      { department: 'Plant', manager: 'mo' },
    ]);
    expect(result.whole.completion).toEqual({ due: 3, answered: 2, started: 0, declined: 0, excused: 0 });
    expect(result.whole.items['d5-overall']).toMatchObject({ n: 2, sum: 8, histogram: { 3: 1, 5: 1 } });
    expect(result.departments.Sales?.items['d5-overall']?.n).toBe(2);
    expect(result.departments.Plant?.completion.due).toBe(1);
    expect(result.managers['mo' as PersonId]?.items['d5-overall']).toMatchObject({ n: 1, sum: 5 });
  });

  it('a partly answered response counts in its items, not in completion', () => {
    const result = sumsOf([
      said(4, { response: { complete: false }, visit: { state: 'expired', startedOn: '2026-08-17' } }),
    ]);
    expect(result.whole.items['d5-overall']?.n).toBe(1);
    expect(result.whole.completion).toMatchObject({ answered: 0, started: 1 });
  });

  it('a response handed in counts as answered even if the ledger has not heard of it', () => {
    const result = sumsOf([said(4, { visit: { state: 'expired' } })]);
    expect(result.whole.completion.answered).toBe(1);
  });

  it('answers taken back count nowhere, their giver stays due and excused', () => {
    const result = sumsOf([
      said(1, {
        answers: { 'd5-overall': 1, 'd5-suggestion': 'no' },
        response: { withdrawn: true },
        visit: { state: 'excused', excuse: 'did-not-attend' },
      }),
    ]);
    expect(result.whole.items).toEqual({});
    expect(result.whole.completion).toMatchObject({ due: 1, answered: 0, excused: 1 });
    expect(result.comments).toEqual([]);
  });

  it('whoever withdrew from the training is not due', () => {
    const result = sumsOf([said(1, { visit: { state: 'excused', excuse: 'withdrawn' } }), said(5)]);
    expect(result.whole.completion.due).toBe(1);
    expect(result.whole.items['d5-overall']?.sum).toBe(5);
  });

  it('of a page left twice only the last revision counts', () => {
    const revision = (number: number, overall: number) => ({
      page: 'overall',
      revision: number,
      answers: { 'd5-overall': overall },
    });
    const result = sumsOf([said(1, { response: { revisions: [revision(1, 1), revision(2, 4)] } })]);
    expect(result.whole.items['d5-overall']).toMatchObject({ n: 1, sum: 4 });
  });

  it('each instructor’s items are kept apart; nobody else’s are taken', () => {
    const round = buildRound({ instructors: [{ person: 'ann' as PersonId, name: 'Ann' }] });
    const result = sumsOf([{ answers: { 'd2-clarity@ann': 5, 'd2-clarity@eve': 1, nonsense: 3 } }], round);
    expect(Object.keys(result.whole.items)).toEqual(['d2-clarity@ann']);
  });

  it('comments come in alphabetical order, without who wrote them, and blank ones not at all', () => {
    const texts = ['zebra', '  ', 'apple', 'mango'];
    const result = sumsOf(texts.map((text) => ({ answers: { 'd5-suggestion': text } })));
    expect(result.comments).toEqual(
      ['apple', 'mango', 'zebra'].map((text) => ({ key: 'd5-suggestion', text })),
    );
  });

  it('is the same whatever the order of the visits', () => {
    const people: Trainee[] = [
      said(5, { person: 'a', department: 'X', manager: 'mo' }),
      said(2, {
        person: 'b',
        department: 'Y',
        answers: { 'd1-depth': 3, 'd5-overall': 2, 'd5-suggestion': 'b' },
      }),
      { person: 'c', department: 'X' },
    ];
    expect(sumsOf(people)).toEqual(sumsOf(people.toReversed()));
    expect(JSON.stringify(resultOf(people))).toBe(JSON.stringify(resultOf(people.toReversed())));
  });
});

describe('who came to a question for comments', () => {
  const key = 'd5-suggestion';

  it('is who left its page, with a word or without', () => {
    const { reached } = sumsOf([said(4), said(4, { answers: { 'd5-overall': 4, [key]: 'more' } })]);
    expect(reached.get(key)).toBe(2);
  });

  it('is not who answered other pages alone', () => {
    const early: Trainee = { answers: { 'd1-depth': 4 }, response: { complete: false } };
    const { reached } = sumsOf([early, early, early, early, said(1)]);
    expect(reached.get(key)).toBe(1);
  });

  it('is nobody who took their answers back or withdrew', () => {
    const taken = said(4, { response: { withdrawn: true } });
    const gone = said(4, { visit: { state: 'excused', excuse: 'withdrawn' } });
    expect(sumsOf([taken, gone]).reached.get(key)).toBeUndefined();
  });

  it('is only who is asked it at all', () => {
    const round = buildRound({ questionnaire: 'own-t1.1' });
    const answers = (depth: number) => ({ answers: { depth, occasion: 'had-one', times: 3 } });
    const { reached } = sumsOf([answers(5), answers(4), answers(3)], round);
    expect(reached.get('too-deep')).toBe(2);
  });
});

describe('questions with conditions and private ones', () => {
  const round = buildRound({ questionnaire: 'own-t1.1' });
  const of = (...answers: Answers[]) =>
    sumsOf(
      answers.map((given) => ({ answers: given })),
      round,
    );

  it('counts no answer to a question whose condition holds no longer', () => {
    const result = of(
      { depth: 5, 'too-deep': 'the theory', occasion: 'had-one', times: 3 },
      { depth: 3, 'too-deep': 'nothing after all', occasion: 'none-yet', times: 9 },
    );
    expect(result.whole.items.times).toMatchObject({ n: 1, sum: 3 });
    expect(result.comments).toEqual([{ key: 'too-deep', text: 'the theory' }]);
  });

  it('holds nothing private, in figures, cells or comments, nor that it was answered', () => {
    const result = of({ plan: 'try it on Monday', 'plan-by': 'week' });
    expect(JSON.stringify([result, [...result.reached]])).not.toContain('plan');
    expect(JSON.stringify(result)).not.toContain('Monday');
    expect(result.whole.items).toEqual({});
  });
});
