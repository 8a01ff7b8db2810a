import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { Refusal } from '../../../src/domain/kernel/refusal.ts';
import { askedPages } from '../../../src/domain/questionnaires/ask-pages.ts';
import type { AskedPage } from '../../../src/domain/questionnaires/asked-page.ts';
import { checkAnswers, missingRequired } from '../../../src/domain/questionnaires/check-answers.ts';
import { own } from '../../support/own-questionnaires.ts';
import { firstT1 as t1, firstT2 as t2 } from '../../support/questionnaires.ts';

const li = { person: 'li' as PersonId, name: '李老师' };
const page = (id: string): AskedPage => {
  const found = [...askedPages(t2, 'mixed', [li]), ...askedPages(t1, 'mixed', [li])].find(
    (one) => one.id === id,
  );
  if (found === undefined) throw new Error(id);
  return found;
};
const refusal = (run: () => unknown): Refusal | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};
const code = (on: string, raw: Record<string, unknown>) => refusal(() => checkAnswers(page(on), raw))?.code;

describe('answers from a card', () => {
  it('come as text and become numbers', () => {
    expect(checkAnswers(page('content'), { 'd1-practical': '4', 'd1-depth': 5 })).toEqual({
      'd1-practical': 4,
      'd1-depth': 5,
    });
    expect(checkAnswers(page('use'), { 'd4-share-applied': '0' })).toEqual({ 'd4-share-applied': 0 });
    expect(checkAnswers(page('instructor@li'), { 'd2-clarity@li': '1' })).toEqual({ 'd2-clarity@li': 1 });
  });

  it('several choices arrive joined by commas or as a list and are kept in the order of the question', () => {
    const expected = { 'd4-helped': ['manager', 'materials'] };
    expect(checkAnswers(page('conditions'), { 'd4-helped': 'materials, manager,materials' })).toEqual(
      expected,
    );
    expect(checkAnswers(page('conditions'), { 'd4-helped': ['materials', 'manager'] })).toEqual(expected);
  });

  it('an empty field is a question passed over', () => {
    const raw = { 'd5-overall': '', 'd5-aspect': ' ', 'd5-suggestion': ' \n ', 'd5-recommend': null };
    expect(checkAnswers(page('overall'), raw)).toEqual({});
    expect(checkAnswers(page('conditions'), { 'd4-helped': '', 'd4-hindered': [] })).toEqual({});
  });

  it('free text loses control and direction marks and keeps its words, lines and emoji', () => {
    const raw = { 'd5-suggestion': '  多讲\u202E案例\u0000\r\n\r\n\r\n\r\nthanks 👩‍🏫\u200B ' };
    expect(checkAnswers(page('overall'), raw)).toEqual({ 'd5-suggestion': '多讲案例\n\nthanks 👩‍🏫' });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['an unknown question', 'content', { 'd9-secret': '4' }],
    ['a question of another page', 'content', { 'd5-overall': '4' }],
    ['another instructor', 'instructor@li', { 'd2-clarity@wang': '4' }],
    ['__proto__', 'content', JSON.parse('{"__proto__": {"a": 1}}')],
    ['below the scale', 'content', { 'd1-depth': '0' }],
    ['above the scale', 'content', { 'd1-depth': '6' }],
    ['half points', 'content', { 'd1-depth': '3.5' }],
    ['not a number', 'content', { 'd1-depth': 'NaN' }],
    ['hexadecimal', 'content', { 'd1-depth': '0x3' }],
    ['a number between the steps', 'use', { 'd4-share-applied': '55' }],
    ['an operator', 'content', { 'd1-depth': { $gt: '' } }],
    ['an operator in text', 'overall', { 'd5-suggestion': { $gt: '' } }],
    ['a list of operators', 'conditions', { 'd4-helped': [{ $gt: '' }] }],
    ['true', 'content', { 'd1-depth': true }],
    ['an unknown option', 'overall', { 'd5-aspect': 'lunch' }],
    ['an unknown option among known ones', 'conditions', { 'd4-helped': 'manager,lunch' }],
    ['a flood of options', 'conditions', { 'd4-helped': 'manager,'.repeat(10_000) }],
    ['100 KB in a rating', 'content', { 'd1-depth': '4'.repeat(100_000) }],
  ])('%s is refused', (_, on, raw) => {
    expect(code(on, raw)).toBe('answer-not-understood');
  });

  it('text beyond the limit is refused, with the limit; text at the limit is kept', () => {
    const at = (length: number) => ({ 'd5-suggestion': '好'.repeat(length) });
    expect(checkAnswers(page('overall'), at(1000))).toEqual(at(1000));
    const refused = refusal(() => checkAnswers(page('overall'), at(1001)));
    expect(refused?.code).toBe('text-too-long');
    expect(refused?.details).toEqual({ most: 1000 });
    expect(code('overall', { 'd5-suggestion': 'x'.repeat(100_000) })).toBe('text-too-long');
  });

  it('whatever arrives, the outcome is answers to this page or a refusal', () => {
    const known = page('overall').items.map((item) => item.key);
    const key = fc.oneof(fc.constantFrom(...known), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, fc.anything()), (raw) => {
        let answers: Record<string, unknown> = {};
        expect(() => {
          try {
            answers = checkAnswers(page('overall'), raw);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }).not.toThrow();
        expect(known).toEqual(expect.arrayContaining(Object.keys(answers)));
      }),
    );
  });
});

describe('"not applicable"', () => {
  const [content] = askedPages(own, 'classroom', [li]);
  if (content === undefined) throw new Error('no page');

  it('is an answer to a scale that offers it, and satisfies it', () => {
    const answers = checkAnswers(content, { answers: 'none', depth: '3', occasion: 'had-one' });
    expect(answers).toEqual({ answers: 'none', depth: 3, occasion: 'had-one' });
    expect(missingRequired(content, answers)).toEqual([]);
  });

  it('is none to a scale that does not', () => {
    expect(refusal(() => checkAnswers(content, { depth: 'none' }))?.code).toBe('answer-not-understood');
  });
});

describe('what must be answered', () => {
  it('lists the questions left open, in the order of the page', () => {
    expect(missingRequired(page('overall'), { 'd5-overall': 4 })).toEqual(['d5-recommend']);
    expect(missingRequired(page('content'), { 'd1-depth': 3, 'd1-current': 2 })).toEqual([
      'd1-practical',
      'd1-breadth',
      'd1-understood',
    ]);
  });

  it('counts 0 as an answer', () => {
    expect(missingRequired(page('overall'), { 'd5-overall': 1, 'd5-recommend': 0 })).toEqual([]);
  });

  it('never insists on choices, comments or the answers to questions nobody asked', () => {
    expect(missingRequired(page('conditions'), {})).toEqual([]);
    expect(missingRequired(page('instructor@li'), {})).not.toContain('d2-answers@li');
  });
});
