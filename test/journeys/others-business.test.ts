import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillPage, rating } from '../support/answer-questionnaire.ts';
import { everythingIn } from '../support/everything-in.ts';
import { forgedCard } from '../support/forged-card.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { roundOf } from '../support/round-of.ts';
import { sayAbsent } from '../support/say-absent.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import type { Fields } from '../support/teams-tenant/activity.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order: while the round is open, then after it closed.

let office: OfficeUnderTest;
let channel: Channel;
let mei: Person;
let tom: Person;
let guest: Person;
/** The first page as it came, with everything its buttons carry. */
let toms: SeenCard;
let issue: string;

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  guest = await office.person({ name: 'Nora', email: 'nora@contoso.example', locale: 'en-US' });
  [mei = guest, tom = guest] = await openCourse(office, 2);
  toms = tom.chat.lastCard();
  const others = await openCourse(office, 5, {}, 3);
  await allAnswer(others, rating(4, { 'd3-venue': '2', 'd1-practical': '2' }));
});
afterAll(async () => {
  await office?.close();
});

const forges = (person: Person, verb: string, data: Fields) =>
  person.presses(forgedCard(person.chat.lastCard(), verb, data), verb);
const tomsData = (): Fields => ({ ...toms.actions[0]?.data, ...fillPage(toms, rating(1)) });

/** The press is answered with a sentence, and nothing is stored. */
const refused = async (pressing: () => ReturnType<typeof forges>): Promise<string> => {
  const before = await everythingIn(office);
  const pressed = await pressing();
  expect(pressed.status).toBe(200);
  expect(pressed.card).toBeUndefined();
  expect(await everythingIn(office)).toBe(before);
  return pressed.message ?? '';
};

test.each([
  ...['answer-page', 'answer-later', 'did-not-attend', 'on-leave-open', 'open-visit', 'attended', 'decline'],
  'answer-after-all',
])('somebody else’s questionnaire is not for pressing: %s', async (verb) => {
  expect(await refused(() => forges(mei, verb, tomsData()))).toContain('somebody else');
});

test('nobody outside the training presses anything of it, with another’s card in hand', async () => {
  await guest.says('/help');
  const forwarded = { ...toms, message: guest.chat.lastMessage() };
  const said = await refused(() =>
    guest.presses(forwarded, 'answer-page', { inputs: fillPage(toms, rating(1)) }),
  );
  expect(said).toContain('Sorry');
});

test.each(['no-such-verb', '__proto__', 'constructor', ''])('the verb "%s" is none of ours', async (verb) => {
  expect(await refused(() => forges(mei, verb, {}))).not.toBe('');
});

test('whoever is excused can answer no more from an old card: it shows the way back', async () => {
  const card = mei.chat.lastCard();
  await sayAbsent(mei, card);
  const before = await everythingIn(office);
  const late = await mei.presses(card, 'answer-page', { inputs: fillPage(card, rating(4)) });
  expect(late.card?.actions.map(({ verb }) => verb)).toEqual(['attended']);
  const twice = await mei.presses(card, 'did-not-attend');
  expect(twice.card?.actions.map(({ verb }) => verb)).toEqual(['attended']);
  expect(await everythingIn(office)).toBe(before);
});

test('from the first instant after the due day no answer is taken, and the card says what counted', async () => {
  await tom.presses(toms, 'answer-page', { inputs: fillPage(toms, rating(4)) });
  office.clock.time = new Date('2026-08-29T00:00+08:00');
  const before = await everythingIn(office);
  for (const verb of ['answer-page', 'answer-later', 'did-not-attend', 'on-leave-open']) {
    const late = await tom.presses(toms, verb, { inputs: fillPage(toms, rating(1)) });
    expect(late.card?.text).toContain('This follow-up is over');
    expect(late.card?.actions).toEqual([]);
  }
  expect(await everythingIn(office)).toBe(before);
  await office.at(t1Over);
  const { visits } = await roundOf(office);
  expect(visits.map(({ state }) => state).sort()).toEqual([
    ...Array(5).fill('answered'),
    'excused',
    'expired',
  ]);
});

test('only staff assign, whatever their card says', async () => {
  const result = channel.lastCard();
  issue = String(result.actions[0]?.data.issue);
  channel.team.members.push(mei);
  expect(await refused(() => mei.presses(result, 'assign-open', { nth: 0 }))).toContain('Sorry');
  const form = { issue, owner: mei.aadObjectId, measure: 'Mine', due: '2026-09-30' };
  expect(await refused(() => forges(mei, 'assign-save', form))).toContain('Sorry');
});

const nowhere = '00000000-0000-4000-8000-000000000000';
test.each<[string, Fields]>([
  ['an owner from nowhere', { owner: nowhere }],
  ['two owners', { owner: `${nowhere},${nowhere}` }],
  ['an owner who is an operator', { owner: { $ne: '' } }],
  ['no owner', {}],
  ['an issue from nowhere', { issue: 'SALES-26/T1/1|nothing' }],
  ['a date that does not exist', { due: '2026-02-31' }],
  ['a date that is over', { due: '2026-08-30' }],
  ['a measure without end', { measure: 'A'.repeat(100_000) }],
  ['an unknown field', { state: 'done' }],
])('%s: nothing is assigned, and the form says why or a sentence does', async (_, change) => {
  await office.staff.presses(channel.lastCard(), 'assign-open', { nth: 0 });
  const before = await everythingIn(office);
  const owner = change.owner === undefined && 'due' in change ? guest.aadObjectId : '';
  const data = { issue, owner, measure: 'A larger room', due: '2026-09-30', ...change };
  const pressed = await forges(office.staff, 'assign-save', data);
  expect(pressed.card?.text ?? pressed.message).toMatch(/\S{4}/);
  expect(pressed.card?.text ?? '').not.toContain('已交给');
  expect(await everythingIn(office)).toBe(before);
  expect(await office.stores.improvements.recent()).toEqual([]);
});

test('only the owner works on an improvement', async () => {
  await office.staff.presses(channel.lastCard(), 'assign-open', { nth: 0 });
  const form = office.staff.chat.lastCard('交给谁来改进');
  const inputs = { owner: guest, measure: 'A larger room', due: '2026-09-30' };
  await office.staff.presses(form, 'assign-save', { inputs });
  await office.at('2026-08-31T09:30+08:00');
  const improvement = String(guest.chat.lastCard('A larger room').actions[0]?.data.improvement);
  for (const verb of ['improvement-started', 'improvement-done', 'improvement-comment']) {
    const said = await refused(() => forges(mei, verb, { improvement, comment: 'Mine' }));
    expect(said).toContain('somebody else');
  }
  const long = () => forges(guest, 'improvement-comment', { improvement, comment: 'A'.repeat(5000) });
  const before = await everythingIn(office);
  expect((await long()).card?.text).toContain('1000');
  expect(await everythingIn(office)).toBe(before);
});

test('every one of these presses was answered in time and in form', () => {
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'error')).toEqual([]);
});
