import { afterEach, expect, test } from 'vitest';
import { answerAll, rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../support/selling-course.ts';

let office: OfficeUnderTest | undefined;
afterEach(async () => {
  expect(office?.tenant.complaints ?? []).toEqual([]);
  await office?.close();
  office = undefined;
});

const twoCourses = async () => {
  office = await startOffice();
  const line = participant(1, { ...sellingCourse, training_code: 'A-1', title: 'Selling' });
  const other = participant(1, { ...sellingCourse, training_code: 'B-1', title: 'Writing' });
  const trainee = await office.person({ name: line.name, email: line.email, locale: 'en-US' });
  await office.imports([line, other]);
  await office.at(t1Opens);
  const questionnaires = () => trainee.chat.cards.filter(({ text }) => text.includes('1 of 10'));
  return { trainee, questionnaires, at: office.at };
};

test('two questionnaires that open together come one a working day', async () => {
  const { questionnaires, at } = await twoCourses();
  expect(questionnaires()).toHaveLength(1);
  await at('2026-08-17T17:00+08:00');
  expect(questionnaires()).toHaveLength(1);
  await at('2026-08-18T09:00+08:00');
  expect(questionnaires()).toHaveLength(2);
});

test('where one ends the next is offered; answered there, it is not sent as well', async () => {
  const { trainee, at } = await twoCourses();
  await answerAll(trainee, trainee.chat.lastCard('1 of'), rating(4));
  const end = trainee.chat.lastCard('Thank you');
  expect(end.text).toContain('Another questionnaire');
  await trainee.presses(end, 'open-visit');
  await answerAll(trainee, trainee.chat.lastCard('1 of'), rating(5));
  const cards = trainee.chat.cards.length;
  await at('2026-08-18T09:00+08:00');
  expect(trainee.chat.cards.length).toBe(cards);
});
