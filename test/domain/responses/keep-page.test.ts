import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillPage, rating } from '../../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { roundOf } from '../../support/round-of.ts';
import { askedAbsent } from '../../support/say-absent.ts';
import { openCourse } from '../../support/selling-course.ts';
import type { SeenCard } from '../../support/teams-tenant/chat.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
let trainees: Person[];
let responses = 0;
beforeAll(async () => {
  office = await startOffice();
  trainees = await openCourse(office, 5);
});
afterAll(async () => {
  await office?.close();
});

const trainee = (nth: number): Person => {
  const found = trainees[nth];
  if (found === undefined) throw new Error('nobody');
  return found;
};
/** Some of a page: its first question only. */
const begun = (card: SeenCard) => {
  const [first] = Object.entries(fillPage(card, rating(4)));
  if (first === undefined) throw new Error('nothing to fill in');
  return Object.fromEntries([first]);
};
const stored = async () => (await roundOf(office)).responses;

test.each(['answer-later', 'on-leave-open', 'did-not-attend'])(
  '"%s" keeps what is filled in of the page, and shows it again on the same page',
  async (verb) => {
    const person = trainee(responses);
    const card = person.chat.lastCard();
    const inputs = begun(card);
    const left = (await person.presses(card, verb, { inputs })).card;
    responses += 1;
    const kept = await stored();
    expect(kept).toHaveLength(responses);
    expect(kept.every(({ complete, withdrawn }) => !complete && !withdrawn)).toBe(true);
    const back = (await person.presses(left ?? card, 'open-visit')).card;
    expect(back?.text).toContain('1 of');
    expect(
      Object.entries(inputs).every(
        ([key, value]) => JSON.stringify(back?.json).includes(`"${key}"`) && value,
      ),
    ).toBe(true);
    const again = await stored();
    const answers = again.flatMap(({ revisions }) => revisions.map((one) => one.answers));
    expect(answers.every((one) => Object.keys(one).length === 1)).toBe(true);
  },
);

test('a page nobody touched is kept as one that was not reached', async () => {
  const person = trainee(3);
  await person.presses(person.chat.lastCard(), 'answer-later');
  expect(await stored()).toHaveLength(responses);
});

test('nothing is put off before it was seen that the page was saved on another device', async () => {
  const person = trainee(4);
  const card = person.chat.lastCard();
  await person.presses(card, 'answer-page', { inputs: fillPage(card, rating(5)) });
  const left = (await person.presses(card, 'answer-later', { inputs: fillPage(card, rating(2)) })).card;
  expect(left?.actions.map(({ verb }) => verb)).toContain('answer-page');
  const visits = (await roundOf(office)).visits.filter(({ quietUntil }) => quietUntil !== undefined);
  expect(visits).toHaveLength(2);
});

test('whoever is asked once more whether they attended is excused of nothing yet', async () => {
  const asked = await askedAbsent(trainee(4));
  expect(asked.actions.map(({ verb }) => verb)).toEqual(['did-not-attend', 'open-visit']);
  expect((await roundOf(office)).visits.some(({ state }) => state === 'excused')).toBe(false);
});
