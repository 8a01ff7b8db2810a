import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerAll, fillPage, rating } from '../support/answer-questionnaire.ts';
import { everythingIn } from '../support/everything-in.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { marks, pressPage } from '../support/press-pages.ts';
import { roundOf } from '../support/round-of.ts';
import { openCourse } from '../support/selling-course.ts';
import type { Fields } from '../support/teams-tenant/activity.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
/** Each test presses as somebody who has pressed nothing yet. */
let trainee: Person;
let waiting: Person[];
let card: SeenCard;

beforeAll(async () => {
  office = await startOffice();
  waiting = await openCourse(office, 12);
});
beforeEach(() => {
  trainee = waiting.shift() ?? office.staff;
  card = trainee.chat.lastCard('1 of 10');
});
afterAll(async () => {
  await office?.close();
});

const press = () => pressPage(trainee, card);

const stored = async (): Promise<string[]> => {
  const { round, responses } = await roundOf(office);
  const [known] = await office.stores.people.byEmails([trainee.email]);
  if (known === undefined) throw new Error(`${trainee.name} is nobody`);
  const id = office.running.deps.responseKeys.response(known.id, round.training, round.kind, 1);
  return marks(responses.find((one) => one.id === id));
};

test('the same press twice, at once or one after the other, saves once and is answered alike', async () => {
  const [one, two] = await Promise.all([press(), press()]);
  const third = await press();
  for (const pressed of [one, two, third]) expect(pressed.card?.text).toContain('2 of 10');
  expect(await stored()).toEqual(['content#1']);
});

test('an invoke that Teams repeats to the letter is answered alike, and stores nothing', async () => {
  const first = await press();
  const before = await everythingIn(office);
  const repeated = await office.tenant.repeatLastInvoke();
  expect(repeated.body).toEqual(first.body);
  expect(await everythingIn(office)).toBe(before);
});

test('handing in twice counts once', async () => {
  const done = await answerAll(trainee, card, rating(4));
  const before = await everythingIn(office);
  await office.tenant.repeatLastInvoke();
  expect(done.text).toContain('Thank you');
  expect(await everythingIn(office)).toBe(before);
});

test('a page that is left as it was saved stores nothing new', async () => {
  const second = (await press()).card ?? card;
  const back = (await trainee.presses(second, 'answer-back')).card ?? card;
  const before = await stored();
  expect((await trainee.presses(back, 'answer-page')).card?.text).toContain('2 of 10');
  expect(await stored()).toEqual(before);
});

test('an old copy of the card overwrites nothing: what it would change is shown first', async () => {
  await press();
  const old = await trainee.presses(card, 'answer-page', { inputs: fillPage(card, rating(4)) });
  expect(old.card?.text).toContain('2 of 10');
  const different = fillPage(card, rating(1));
  const stale = await trainee.presses(card, 'answer-page', {
    tamper: () => ({ ...card.actions[0]?.data, ...different }),
  });
  expect(stale.card?.text).toContain('1 of 10');
  expect(stale.card?.inputs[0]?.value).toBe('1');
  expect(await stored()).toEqual(['content#1']);
});

type Attack = readonly [what: string, change: (data: Fields) => unknown];
const long = 'A'.repeat(100_000);
const attacks: readonly Attack[] = [
  ['an unknown field', (data) => ({ ...data, role: 'trainingStaff' })],
  ['an operator for the visit', (data) => ({ ...data, visit: { $gt: '' } })],
  ['an operator for the page', (data) => ({ ...data, page: { $ne: '' } })],
  ['an operator for an answer', (data) => ({ ...data, 'd1-practical': { $gt: '' } })],
  ['an operator as a field', (data) => ({ ...data, $where: 'sleep(5000)' })],
  ['an operator in text', (data) => ({ ...data, 'd1-practical': '{"$gt":""}' })],
  ['100 KB of text', (data) => ({ ...data, 'd1-practical': long })],
  ['100 KB in an unknown field', (data) => ({ ...data, more: long })],
  ['a deep object', (data) => ({ ...data, more: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) })],
  ['a prototype', (data) => JSON.parse(JSON.stringify(data).replace('{', '{"__proto__":{"a":1},'))],
  ['a score out of range', (data) => ({ ...data, 'd1-practical': '6' })],
  ['half a score', (data) => ({ ...data, 'd1-practical': 4.5 })],
  ['a page that does not exist', (data) => ({ ...data, page: 'pay-rise' })],
  ['a question of another page', (data) => ({ ...data, 'd3-venue': '1' })],
  ['a visit from nowhere', (data) => ({ ...data, visit: 'AAAAAAAAAAAAAAAAAAAAAAAA' })],
  ['a negative revision', (data) => ({ ...data, revision: -1 })],
  ['a revision that is no number', (data) => ({ ...data, revision: '1e3x' })],
  ['no data', () => null],
  ['a list as data', () => [1, 2, 3]],
  ['text as data', () => 'answer-page'],
  ['nothing of it', () => ({})],
];

test.each(attacks)('%s is refused with a sentence, and nothing is stored', async (_, change) => {
  const before = await everythingIn(office);
  const pressed = await trainee.presses(card, 'answer-page', {
    inputs: fillPage(card, rating(4)),
    tamper: change,
  });
  expect(pressed.status).toBe(200);
  expect(pressed.card).toBeUndefined();
  expect(pressed.message ?? pressed.error?.message).toMatch(/\w+ .+/);
  expect(await everythingIn(office)).toBe(before);
  // Nothing was stored: the next attack may come from the same person.
  waiting.unshift(trainee);
});

test('a revision that was never shown stores nothing; the page as it stands comes back', async () => {
  const before = await everythingIn(office);
  const pressed = await trainee.presses(card, 'answer-page', {
    inputs: fillPage(card, rating(4)),
    tamper: (data) => ({ ...data, revision: 7 }),
  });
  expect(pressed.card?.text).toContain('1 of 10');
  expect(await everythingIn(office)).toBe(before);
});

test('the last page first is kept, but the questionnaire is not handed in', async () => {
  const pressed = await trainee.presses(card, 'answer-page', {
    tamper: ({ verb, visit }) => ({ verb, visit, page: 'overall', revision: 0, 'd5-overall': '4' }),
  });
  expect(pressed.card?.text).toContain('1 of 10');
  expect(await stored()).toEqual(['overall#1']);
  const { visits } = await roundOf(office);
  expect(visits.filter(({ state }) => state === 'answered')).toHaveLength(1);
});

test('a client that knows only Submit answers the same way, with the next page as a card', async () => {
  const inputs = fillPage(card, rating(4));
  await trainee.presses(card, 'answer-page', { inputs, oldClient: true });
  await office.tenant.waitFor(() => trainee.chat.lastCard('2 of 10'));
  expect(await stored()).toEqual(['content#1']);
});

test('every one of these presses was answered in time and in form', () => {
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'error')).toEqual([]);
});
