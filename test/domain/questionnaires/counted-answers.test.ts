import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import type { Answers } from '../../../src/domain/questionnaires/answers.ts';
import { askedPages } from '../../../src/domain/questionnaires/ask-pages.ts';
import { askedNow, countedAnswers } from '../../../src/domain/questionnaires/counted-answers.ts';
import { itemsById } from '../../../src/domain/questionnaires/questionnaire.ts';
import { changed, own, ownFile, readGood } from '../../support/own-questionnaires.ts';

const instructors = ['li', 'wang'].map((person) => ({ person: person as PersonId, name: person }));
const counted = (answers: Answers, questionnaire = own) => countedAnswers(itemsById(questionnaire), answers);
const asked = (answers: Answers, questionnaire = own) => {
  const pages = askedPages(questionnaire, 'classroom', instructors);
  return askedNow(itemsById(questionnaire), pages, answers).map(({ items }) => items.map(({ key }) => key));
};

describe('a question with a condition', () => {
  it('is asked of those who answered so, and of nobody who did not answer', () => {
    const times = (answers: Answers) => asked(answers).flat().includes('times');
    expect(times({ occasion: 'had-one' })).toBe(true);
    expect(times({ occasion: 'none-yet' })).toBe(false);
    expect(times({})).toBe(false);
  });

  it('about an instructor looks at what was said about that instructor', () => {
    expect(asked({ 'methods@li': 2, 'methods@wang': 4 }).flat()).toContain('methods-weak@li');
    expect(asked({ 'methods@li': 2, 'methods@wang': 4 }).flat()).not.toContain('methods-weak@wang');
  });

  it('about each instructor may look at what was said about the whole', () => {
    const deepOnly = readGood(
      changed(ownFile, ['{ item: methods, atMost: 3 }', '{ item: depth, is: [4, 5] }']),
    );
    const both = ['methods-weak@li', 'methods-weak@wang'];
    expect(asked({ depth: 5 }, deepOnly).flat()).toEqual(expect.arrayContaining(both));
    expect(asked({ depth: 3 }, deepOnly).flat()).not.toEqual(expect.arrayContaining(['methods-weak@li']));
    const said = { depth: 5, 'methods-weak@li': ['variety'], 'methods-weak@wang': ['practice'] };
    expect(counted(said, deepOnly)).toEqual(said);
    expect(counted({ ...said, depth: 3 }, deepOnly)).toEqual({ depth: 3 });
  });

  it('on a two-sided scale can ask for the side, or for how far off it was', () => {
    const onSide = (depth: number) => asked({ depth }).flat().includes('too-deep');
    expect([1, 2, 3, 4, 5].filter(onSide)).toEqual([4, 5]);
    const byScore = readGood(changed(ownFile, ['is: [4, 5]', 'atMost: 3']));
    const offMiddle = (depth: number) => asked({ depth }, byScore).flat().includes('too-deep');
    expect([1, 2, 3, 4, 5].filter(offMiddle)).toEqual([1, 2, 4, 5]);
  });

  it('can ask for "not applicable", which meets no limit', () => {
    const afterNone = readGood(
      changed(ownFile, ['{ item: depth, is: [4, 5] }', '{ item: answers, is: none }']),
    );
    expect(asked({ answers: 'none' }, afterNone).flat()).toContain('too-deep');
    const afterLow = readGood(
      changed(ownFile, ['{ item: depth, is: [4, 5] }', '{ item: answers, atMost: 3 }']),
    );
    expect(asked({ answers: 'none' }, afterLow).flat()).not.toContain('too-deep');
    expect(asked({ answers: 3 }, afterLow).flat()).toContain('too-deep');
  });

  it('leaves its page empty for the others, and the pages in their number and order', () => {
    expect(asked({})).toEqual([
      ['depth', 'occasion', 'answers'],
      ['methods@li'],
      ['methods@wang'],
      [],
      [],
      [],
      ['plan', 'plan-by'],
      ['overall'],
    ]);
  });

  it('goes with the mode: what depends on a question that is not asked there is not asked either', () => {
    const onlyClassroom = readGood(
      changed(ownFile, [
        'id: occasion\n        type: choice',
        'id: occasion\n        type: choice\n        modes: [classroom]',
      ]),
    );
    const online = askedPages(onlyClassroom, 'online', instructors);
    expect(online.flatMap(({ items }) => items.map(({ key }) => key))).not.toContain('times');
  });
});

describe('the answers that count', () => {
  it('are all but those to a question that is asked no longer', () => {
    const said = { depth: 3, occasion: 'none-yet', times: 4, 'too-deep': 'all of it', overall: 4 };
    expect(counted(said)).toEqual({ depth: 3, occasion: 'none-yet', overall: 4 });
    expect(counted({ ...said, occasion: 'had-one', depth: 5 })).toEqual({
      ...said,
      occasion: 'had-one',
      depth: 5,
    });
  });

  it('of a chain end where the first condition fails', () => {
    const chain = readGood(
      changed(ownFile, [
        'id: plan\n        type: text',
        'id: plan\n        type: text\n        onlyIf: { item: times, atLeast: 1 }',
      ]),
    );
    const said = { occasion: 'had-one', times: 2, plan: 'go on' };
    expect(counted(said, chain)).toEqual(said);
    expect(counted({ ...said, occasion: 'none-yet' }, chain)).toEqual({ occasion: 'none-yet' });
  });

  it('hold no answer to a question that is not in the questionnaire', () => {
    expect(counted({ lunch: 5, constructor: 'x', overall: 1 })).toEqual({ overall: 1 });
  });
});
