import { describe, expect, it } from 'vitest';
import { buildResult } from '../../../src/domain/analysis/build-result.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import type { Answers } from '../../../src/domain/questionnaires/answers.ts';
import {
  buildResponse,
  buildRound,
  buildVisit,
  frozenAt,
  resultOf,
  type Trainee,
} from '../../support/build-round.ts';
import { own } from '../../support/own-questionnaires.ts';

const said = (overall: number, more: Partial<Trainee> = {}): Trainee => ({
  answers: { 'd5-overall': overall },
  ...more,
});

describe('a frozen result', () => {
  it('counts everybody in the whole, their department and their manager’s people', () => {
    const result = resultOf([
      said(5, { department: 'Sales', manager: 'mo' }),
      said(3, { department: 'Sales' }),
      { department: 'Plant', manager: 'mo' },
    ]);
    expect(result.whole.completion).toEqual({ due: 3, answered: 2, started: 0, declined: 0, excused: 0 });
    expect(result.whole.items['d5-overall']).toMatchObject({ n: 2, sum: 8, histogram: { 3: 1, 5: 1 } });
    expect(result.departments.Sales?.items['d5-overall']?.n).toBe(2);
    expect(result.departments.Plant?.completion.due).toBe(1);
    expect(result.managers['mo' as PersonId]?.items['d5-overall']).toMatchObject({ n: 1, sum: 5 });
    expect(result.questionnaire).toBe('t1.1');
  });

  it('a partly answered response counts in its items, not in completion', () => {
    const result = resultOf([
      said(4, { response: { complete: false }, visit: { state: 'expired', startedAt: new Date() } }),
    ]);
    expect(result.whole.items['d5-overall']?.n).toBe(1);
    expect(result.whole.respondents).toBe(1);
    expect(result.whole.completion).toMatchObject({ answered: 0, started: 1 });
  });

  it('a response handed in counts as answered even if the ledger has not heard of it', () => {
    const result = resultOf([said(4, { visit: { state: 'expired' } })]);
    expect(result.whole.completion.answered).toBe(1);
  });

  it('answers taken back count nowhere, their giver stays due and excused', () => {
    const result = resultOf([
      said(1, {
        answers: { 'd5-overall': 1, 'd5-suggestion': 'no' },
        response: { withdrawn: true },
        visit: { state: 'excused', excuse: 'did-not-attend' },
      }),
    ]);
    expect(result.whole).toMatchObject({ respondents: 0, items: {} });
    expect(result.whole.completion).toMatchObject({ due: 1, answered: 0, excused: 1 });
    expect(result.comments).toEqual([]);
  });

  it('whoever withdrew from the training is not due', () => {
    const result = resultOf([said(1, { visit: { state: 'excused', excuse: 'withdrawn' } }), said(5)]);
    expect(result.whole.completion.due).toBe(1);
    expect(result.whole.items['d5-overall']?.sum).toBe(5);
  });

  it('of a page left twice only the last revision counts', () => {
    const revision = (number: number, overall: number) => ({
      page: 'overall',
      revision: number,
      answers: { 'd5-overall': overall },
    });
    const result = resultOf([said(1, { response: { revisions: [revision(1, 1), revision(2, 4)] } })]);
    expect(result.whole.items['d5-overall']).toMatchObject({ n: 1, sum: 4 });
  });

  it('each instructor’s items are kept apart; nobody else’s are taken', () => {
    const round = buildRound({ instructors: [{ person: 'ann' as PersonId, name: 'Ann' }] });
    const result = resultOf([{ answers: { 'd2-clarity@ann': 5, 'd2-clarity@eve': 1, nonsense: 3 } }], round);
    expect(Object.keys(result.whole.items)).toEqual(['d2-clarity@ann']);
  });

  it('comments come in alphabetical order, without who wrote them, and blank ones not at all', () => {
    const texts = ['zebra', '  ', 'apple', 'mango'];
    const result = resultOf(texts.map((text) => ({ answers: { 'd5-suggestion': text } })));
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
    expect(JSON.stringify(resultOf(people))).toBe(JSON.stringify(resultOf(people.toReversed())));
  });
});

describe('a frozen result of questions with conditions and private ones', () => {
  const round = buildRound({ questionnaire: 'own-t1.1' });
  const frozen = (...answers: Answers[]) =>
    buildResult({
      round,
      questionnaire: own,
      answered: answers.map((given, index) => ({
        visit: buildVisit(round, { answers: given }, index),
        response: buildResponse(round, { answers: given }, index),
      })),
      frozenAt,
      revision: 1,
    });

  it('counts no answer to a question whose condition holds no longer', () => {
    const result = frozen(
      { depth: 5, 'too-deep': 'the theory', occasion: 'had-one', times: 3 },
      { depth: 3, 'too-deep': 'nothing after all', occasion: 'none-yet', times: 9 },
    );
    expect(result.whole.items.times).toMatchObject({ n: 1, sum: 3 });
    expect(result.comments).toEqual([{ key: 'too-deep', text: 'the theory' }]);
    expect(result.groups[0]?.answers.times).toBe(1);
  });

  it('holds nothing private, in figures, cells or comments, nor that it was answered', () => {
    const result = frozen({ plan: 'try it on Monday', 'plan-by': 'week' });
    expect(JSON.stringify(result)).not.toContain('plan');
    expect(JSON.stringify(result)).not.toContain('Monday');
    expect(result.whole).toMatchObject({ respondents: 0, items: {} });
    expect(result.groups).toEqual([{ department: 'Sales', due: 1, answers: {} }]);
  });
});
