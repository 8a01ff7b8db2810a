import { afterAll, beforeAll, expect, test } from 'vitest';
import { rating } from '../../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { pressPage } from '../../support/press-pages.ts';
import { roundOf } from '../../support/round-of.ts';
import { allAnswer, openCourse, t1Over } from '../../support/selling-course.ts';
import type { SeenCard } from '../../support/teams-tenant/chat.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

// One story, told in order: each test goes on where the one before it stopped.

let office: OfficeUnderTest;
let trainees: readonly Person[];
beforeAll(async () => {
  office = await startOffice();
  trainees = await openCourse(office, 7);
});
afterAll(async () => {
  await office?.close();
});

const trainee = (number: number): Person => trainees[number] ?? expect.fail('nobody');
const verbs = (card: SeenCard | undefined) => card?.actions.map(({ verb }) => verb);
const states = async () => (await roundOf(office)).visits.map(({ state }) => state).sort();

test('whoever would rather not answer is not asked again, may change their mind, and goes on where they were', async () => {
  const ann = trainee(0);
  const second = (await pressPage(ann, ann.chat.lastCard())).card ?? expect.fail();
  const declined = (await ann.presses(second, 'decline')).card;
  expect(verbs(declined)).toEqual(['answer-after-all']);
  expect(await states()).toEqual(['declined', ...Array(6).fill('due')]);
  // An old copy, and the same press again, show how it stands.
  for (const verb of ['answer-page', 'decline', 'answer-later'])
    expect(verbs((await ann.presses(second, verb, { unchecked: true })).card)).toEqual(['answer-after-all']);
  const again = (await ann.presses(declined ?? second, 'answer-after-all')).card;
  expect(again?.text).toContain('2 of 10');
  expect(await states()).toEqual([...Array(6).fill('due'), 'started']);
  await ann.presses(second, 'decline');
});

test('whoever has handed in has nothing to decline', async () => {
  const bo = trainee(1);
  const first = bo.chat.lastCard();
  await allAnswer([bo], rating(4));
  expect(verbs((await bo.presses(first, 'decline')).card)).toContain('change-answers');
  expect(await states()).toContain('answered');
});

test('they are reminded no more, and count as declined: of what they had filled in nothing is told', async () => {
  await allAnswer(trainees.slice(2, 6), rating(4));
  const asked = [trainee(0), trainee(6)].map((one) => office.tenant.sentTo(one).length);
  await office.at('2026-08-21T09:00+08:00');
  const reminded = [trainee(0), trainee(6)].map((one) => office.tenant.sentTo(one).length);
  expect(reminded).toEqual([asked[0], (asked[1] ?? 0) + 1]);
  await office.at(t1Over);
  const { round } = await roundOf(office);
  const result = await office.stores.results.ofRound(round.id);
  expect(result?.whole.completion).toEqual({ due: 7, answered: 5, started: 0, declined: 1, excused: 0 });
  expect(result?.whole.items['d1-practical']).toMatchObject({ n: 5 });
  const late = (await trainee(0).presses(trainee(0).chat.lastCard(), 'answer-after-all')).card;
  expect(late?.text).toMatch(/follow-up is over|已经结束/);
  expect(await states()).toContain('declined');
});
