import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/cli/demo/others-answer.ts';
import { checkAnswers } from '../../../src/domain/questionnaires/check-answers.ts';
import { t1, t2 } from '../../support/questionnaires.ts';

/** More than ever answer in the demo. */
const people = Array.from({ length: 30 }, (_, number) => number);

describe('the others of the demo', () => {
  it.each([
    ['the first visit', t1],
    ['the second visit', t2],
  ] as const)('answer every question of %s as it can be answered, however many they are', (_, { pages }) => {
    for (const page of pages) {
      const items = page.items.map((item) => ({ key: item.id, item }));
      for (const number of people) {
        const said = items.flatMap((asked, index) => {
          const answer = answerOf(asked, number, index);
          return answer === undefined ? [] : [[asked.key, answer]];
        });
        const kept = checkAnswers({ ...page, items }, Object.fromEntries(said));
        expect(Object.keys(kept)).toHaveLength(said.length);
      }
    }
  });
});
