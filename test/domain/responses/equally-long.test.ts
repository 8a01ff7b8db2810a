import { expect, test } from 'vitest';
import type { Answer, Answers } from '../../../src/domain/questionnaires/answers.ts';
import { askedPages } from '../../../src/domain/questionnaires/ask-pages.ts';
import type { Item } from '../../../src/domain/questionnaires/questionnaire.ts';
import { roomForAnswers } from '../../../src/domain/questionnaires/room-for-answers.ts';
import { sealPage } from '../../../src/domain/responses/sealed-response.ts';
import { given } from '../../support/given.ts';
import { questionnaires } from '../../support/questionnaires.ts';

/** The answer that takes most room. */
const longest = (item: Item): Answer => {
  if (item.type === 'text') return '"'.repeat(item.maxLength);
  if (item.type === 'choices') return item.options.map(({ id }) => id);
  if (item.type === 'choice')
    return item.options.map(({ id }) => id).toSorted((a, b) => b.length - a.length)[0] ?? '';
  return 5;
};

test('a page is as long when it is sealed, whatever was said on it: nothing, a word, or all there is room for', () => {
  const instructors = [{ person: 'ines', name: 'Ines' }] as never;
  let texts = 0;
  for (const key of ['t1.1', 't2.1', 't1.2', 't2.2']) {
    for (const page of askedPages(questionnaires.of(key), 'classroom', instructors)) {
      const full: Answers = Object.fromEntries(page.items.map(({ key: own, item }) => [own, longest(item)]));
      texts += page.items.filter(({ item }) => item.type === 'text').length;
      const sizes = [{}, full].map(
        (answers) =>
          sealPage(
            given.seal,
            'response' as never,
            { page: page.id, revision: 1, answers },
            roomForAnswers(page),
          ).page.length,
      );
      expect(new Set(sizes).size, `${key} ${page.id}: ${sizes}`).toBe(1);
    }
  }
  expect(texts).toBeGreaterThan(1);
});

test('there are but a few sizes: room is given in whole steps', () => {
  const sizes = [1, 200, 256].map((room) => given.seal.close('about', 'a', room).length);
  expect(new Set(sizes).size).toBe(1);
});
