import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrainingCode } from '../../src/domain/kernel/ids.ts';
import { answerAll, fillPage, rating } from '../support/answer-questionnaire.ts';
import { byTest } from '../support/by-test.ts';
import { everythingIn } from '../support/everything-in.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { allAnswer, openCourse, t1Over, t2Opens } from '../support/selling-course.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';

const plan = 'Two customers a week, <b>by name</b> & in **writing**';
let office: OfficeUnderTest;
let trainees: readonly Person[];
beforeAll(async () => {
  office = await startOffice();
  trainees = await openCourse(office, 6);
});
afterAll(async () => {
  await office?.close();
});

const trainee = (number: number): Person => trainees[number] ?? expect.fail('nobody');
const goesOn = async (person: Person, card: SeenCard, answers = rating(4)): Promise<SeenCard> =>
  (await person.presses(card, 'answer-page', { inputs: fillPage(card, answers) })).card ?? expect.fail();

test('a plan made at the first visit is shown again at the second, to that person alone', async () => {
  const [planner, other] = [trainee(0), trainee(1)];
  await answerAll(planner, planner.chat.lastCard(), rating(4, { 'd1-plan': plan, 'd1-plan-by': 'month' }));
  await allAnswer(trainees.slice(1), rating(4, { 'd1-current': 2, 'd2-methods': 2, 'd3-slots': 2 }));
  expect(planner.chat.lastCard('Thank you').text).not.toContain('What came of');
  await office.at(t1Over);
  await office.at(t2Opens);
  const third = async (person: Person) =>
    goesOn(person, await goesOn(person, person.chat.lastCard('1 of 8')));
  const shown = await third(planner);
  expect(shown.text).toContain('3 of 8');
  expect(shown.text).toContain(plan);
  expect(shown.text).toContain('Within a month');
  // Whoever made none is not asked about it.
  expect((await third(other)).text).toContain('5 of 8');
  const more = await goesOn(planner, shown, rating(4, { 'd4-plan-done': 'partly' }));
  expect(more.inputs.map(({ id }) => id)).toEqual(['d4-plan-hindered']);
  const back = (await planner.presses(more, 'answer-back')).card ?? expect.fail();
  expect((await goesOn(planner, back, rating(4, { 'd4-plan-done': 'done' }))).text).toContain('5 of 8');
});

test('it stands nowhere else: in no result, no other chat, nor anywhere in the database to be read', async () => {
  expect(await everythingIn(office)).not.toContain('Two customers');
  for (const person of [...trainees.slice(1), office.staff])
    expect(person.chat.cards.map(({ text }) => text).join()).not.toContain('Two customers');
});

test('at the end of the second visit they hear what became of what the first found weak, and of nothing that lies', async () => {
  const raised = await office.stores.issues.ofTraining('SALES-26' as TrainingCode);
  const about = (item: string) => raised.find(({ key }) => key.startsWith(item))?.id ?? expect.fail(item);
  await office.stores.issues.advance(about('d2-methods'), 'assigned', byTest);
  await office.stores.issues.advance(about('d1-current'), 'assigned', byTest);
  await office.stores.issues.advance(about('d1-current'), 'done', byTest);
  const person = trainee(2);
  await answerAll(person, person.chat.lastCard('1 of 8'), rating(4));
  const end = person.chat.lastCard('Thank you').text;
  expect(end).toContain('Improved since: Up to date\nBeing worked on: Teaching methods\n');
  expect(end).not.toContain('Days and times');
});
