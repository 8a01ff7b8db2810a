import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAll, fillPage, rating } from '../support/answer-questionnaire.ts';
import { databaseSteps } from '../support/database-steps.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { openCourse } from '../support/selling-course.ts';
import type { Person } from '../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
let plain: Person;
let deputy: Person;

const pressing = (person: Person) =>
  databaseSteps(async () => {
    const card = person.chat.lastCard();
    await person.presses(card, 'answer-page', { inputs: fillPage(card, rating(4)) });
  });
const of = (steps: readonly string[], collection: string) =>
  steps.filter((step) => step.startsWith(`${collection}.`));

beforeAll(async () => {
  office = await startOffice();
  [plain, deputy] = (await openCourse(office, 2)) as [Person, Person];
  await office.staff.says(`代理 ${deputy.email} 到 2026-12-31`);
});
afterAll(async () => {
  await office?.close();
});

test('answering a page asks the database for nothing about the trail, leavers or deputies', async () => {
  const steps = await pressing(plain);
  expect(of(steps, 'people')).toEqual(['people.find']);
  expect(of(steps, 'trail')).toEqual([]);
  // Written: the sighting, the answer, the ledger.
  expect(steps.filter((step) => !step.endsWith('.find'))).toEqual([
    'accounts.bulkWrite',
    'responses.insertOne',
    'visits.bulkWrite',
  ]);
});

test('whoever stands in costs two looks more: for whom, and whether those manage anybody', async () => {
  const steps = await pressing(deputy);
  expect(of(steps, 'people')).toEqual(['people.find', 'people.find']);
  expect(of(steps, 'enrolments')).toHaveLength(3);
});

test('handing in the first questionnaire looks for nothing that came of an earlier one', async () => {
  const steps = await databaseSteps(() => answerAll(plain, plain.chat.lastCard(), rating(4)));
  expect(plain.chat.lastCard().text).toContain('Thank you');
  expect(of(steps, 'issues')).toEqual([]);
});
