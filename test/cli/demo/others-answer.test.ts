import { describe, expect, it, test } from 'vitest';
import { colleagues, linXiao, sunYue, wangMei, zhaoLei } from '../../../src/cli/demo/demo-people.ts';
import { answerOf, othersAnswer } from '../../../src/cli/demo/others-answer.ts';
import { checkAnswers } from '../../../src/domain/questionnaires/check-answers.ts';
import { fillPage, rating } from '../../support/answer-questionnaire.ts';
import { startOffice } from '../../support/office-under-test.ts';
import { t1, t2 } from '../../support/questionnaires.ts';
import { participant } from '../../support/roster-lines.ts';
import { roundOf } from '../../support/round-of.ts';
import { sellingCourse, t1Opens } from '../../support/selling-course.ts';

/** More than ever answer in the demo. */
const people = Array.from({ length: 30 }, (_, number) => number);

test('nobody answers for whoever is at the keyboard, in whichever chair, nor over what they began', async () => {
  const office = await startOffice();
  const [xiao, lei, yue, min] = await Promise.all(
    [linXiao, zhaoLei, sunYue, colleagues[0] ?? expect.fail()].map(({ name, email }) =>
      office.person({ name, email }),
    ),
  );
  const names = [xiao, lei, yue, min].map((person) => person ?? expect.fail());
  await office.imports(
    names.map(({ name, email }, at) => participant(at + 1, { ...sellingCourse, name, email })),
  );
  await office.at(t1Opens);
  const first = yue?.chat.lastCard() ?? expect.fail();
  await yue?.presses(first, 'answer-page', { inputs: fillPage(first, rating(4)) });
  const { round } = await roundOf(office);
  expect(await othersAnswer(office.running.deps, round, zhaoLei)).toBe(1);
  const states = async () => {
    const visits = (await roundOf(office)).visits;
    const people = await office.stores.people.byEmails(names.map(({ email }) => email));
    return names.map(({ email }) => {
      const id = people.find((person) => person.email === email)?.id;
      return visits.find(({ person }) => person === id)?.state;
    });
  };
  expect(await states()).toEqual(['due', 'due', 'started', 'answered']);
  // In the chair of somebody who is asked nothing.
  expect(await othersAnswer(office.running.deps, round, wangMei)).toBe(1);
  expect(await states()).toEqual(['due', 'answered', 'started', 'answered']);
  await office.close();
});

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
