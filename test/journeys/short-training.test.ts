import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAll, fillPage, rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { askedAbsent, sayAbsent } from '../support/say-absent.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// One story, told in order: each test goes on where the one before it stopped.

let office: OfficeUnderTest;
let channel: Channel;
let instructor: Person;
let otherInstructor: Person;
/** Mei, Tom, Na, Bo, Li, Yan and Xu; the roster knows them by number. */
let trainees: Person[];
const email = (number: number) => `person${number}@contoso.example`;
const trainee = (number: number): Person => {
  const person = trainees[number - 1];
  if (person === undefined) throw new Error(`no trainee ${number}`);
  return person;
};
const verbs = (card: SeenCard | undefined) => card?.actions.map(({ verb }) => verb);
const course = { start: '2026-08-13', end: '2026-08-14' };

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  instructor = await office.person({ name: 'Ines', email: 'ines@contoso.example', locale: 'en-US' });
  otherInstructor = await office.person({ name: 'Olga', email: 'olga@contoso.example', locale: 'en-GB' });
  trainees = [
    await office.person({ name: '王梅', email: email(1) }),
    await office.person({ name: 'Tom', email: email(2), locale: 'en-US' }),
    await office.person({ name: '李娜', email: email(3), platform: 'Android' }),
    await office.person({ name: 'Bo', email: email(4), locale: 'en-GB', platform: 'iOS' }),
    await office.person({ name: '李立', email: email(5) }),
    await office.person({ name: '严妍', email: email(6) }),
    await office.person({ name: '徐旭', email: email(7) }),
  ];
});
afterAll(async () => {
  await office?.close();
});

test('an imported roster disturbs nobody; importing it again changes nothing', async () => {
  const lines = trainees.map(({ name }, index) => participant(index + 1, { ...course, name }));
  const other = {
    training_code: 'WRITING-1',
    title: 'Writing well',
    instructor_emails: otherInstructor.email,
  };
  lines.push(participant(1, { ...course, ...other, name: '王梅', department: 'Law', manager_email: '' }));
  const first = await office.imports(lines);
  const second = await office.imports(lines);
  expect(first.trainings).toEqual({ new: 2, changed: 0, unchanged: 0 });
  expect(second.participants).toMatchObject({ new: 0, changed: 0 });
  await office.at('2026-08-14T17:00+08:00');
  expect(trainees.flatMap(({ chat }) => chat.cards)).toEqual([]);
});

test('questionnaires come with the delivery hours of the next working day, and once', async () => {
  await office.at('2026-08-15T12:00+08:00');
  await office.at('2026-08-17T08:59+08:00');
  expect(trainees.flatMap(({ chat }) => chat.cards)).toEqual([]);
  await office.at('2026-08-17T09:00+08:00');
  await office.at('2026-08-17T09:01+08:00');
  expect(trainees.map(({ chat }) => chat.cards.length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(trainee(1).chat.lastCard('Selling well').text).toContain('第 1 页，共 10 页');
  expect(trainee(2).chat.lastCard().text).toContain('1 of 10');
});

test('answers are kept page by page, back and forth, and can be changed until the end', async () => {
  const mei = trainee(1);
  const first = mei.chat.lastCard('Selling well');
  const second = (await mei.presses(first, 'answer-page', { inputs: fillPage(first, rating(4)) })).card;
  const back = (await mei.presses(second ?? first, 'answer-back')).card;
  expect(back?.inputs[0]?.value).toBe('4');
  const done = await answerAll(mei, back, rating(4, { 'd3-venue': '2', 'd5-suggestion': '场地太挤了' }));
  expect(done.text).toContain('谢谢，都收到了');
  expect(done.text).toContain('Writing well');
  const changed = (await mei.presses(done, 'change-answers')).card;
  expect((await answerAll(mei, changed, rating(5, { 'd3-venue': '1' }))).text).toContain('谢谢');
});

test('a page with a required question left open stays, keeps what was chosen, and says so', async () => {
  const tom = trainee(2);
  const first = tom.chat.lastCard();
  const filled = fillPage(first, rating(3));
  const [left = ''] = Object.keys(filled);
  const { [left]: _, ...others } = filled;
  const again = (await tom.presses(first, 'answer-page', { inputs: others, unchecked: true })).card;
  expect(again?.text).toContain('1 of 10');
  expect(again?.text).not.toBe(first.text);
  expect(again?.inputs.at(1)?.value).toBe('3');
  const done = await answerAll(tom, again, rating(4, { 'd3-venue': '2' }));
  expect(done.text).toContain('Thank you');
});

test('phones answer the same questionnaire', async () => {
  for (const phone of [trainee(3), trainee(4)]) {
    const done = await answerAll(phone, phone.chat.lastCard(), rating(4, { 'd3-venue': '2' }));
    expect(verbs(done)).toContain('change-answers');
  }
});

test('"later", a leave and "I did not attend" are respected; the last can be taken back', async () => {
  const [li, yan, xu] = [trainee(5), trainee(6), trainee(7)];
  const later = (await li.presses(li.chat.lastCard(), 'answer-later')).card;
  expect(later?.text).toContain('8月18日');

  const form = (await yan.presses(yan.chat.lastCard(), 'on-leave-open')).card ?? yan.chat.lastCard();
  const tooEarly = (await yan.presses(form, 'on-leave', { inputs: { until: '2026-08-01' } })).card;
  expect(tooEarly?.text).toContain('已经过去');
  const away = (await yan.presses(tooEarly ?? form, 'on-leave', { inputs: { until: '2026-08-24' } })).card;
  expect(away?.text).toContain('8月24日');

  const asked = await askedAbsent(xu);
  expect(verbs(asked)).toEqual(['did-not-attend', 'open-visit']);
  await office.at('2026-08-17T09:02+08:00');
  expect(office.staff.chat.cards.some(({ text }) => text.includes('徐旭'))).toBe(false);
  const absent = (await xu.presses(asked, 'did-not-attend')).card;
  await office.at('2026-08-17T09:05+08:00');
  expect(office.staff.chat.lastCard().text).toContain('徐旭');
  const back = (await xu.presses(absent ?? xu.chat.lastCard(), 'attended')).card;
  expect(verbs(back)).toContain('answer-page');
  const again = (await sayAbsent(xu, back)).card;
  expect(verbs(again)).toEqual(['attended']);
});

test('reminders go only to those who have not answered, and not before they said', async () => {
  const cards = () => trainees.map(({ chat }) => chat.cards.length);
  await office.at('2026-08-18T09:00+08:00');
  expect(cards()).toEqual([2, 1, 1, 1, 2, 1, 1]);
  await office.at('2026-08-21T09:00+08:00');
  expect(cards()).toEqual([3, 1, 1, 1, 3, 1, 1]);
  await office.at('2026-08-25T09:00+08:00');
  expect(cards()).toEqual([3, 1, 1, 1, 3, 2, 1]);
  await office.at('2026-08-27T09:00+08:00');
  expect(cards()).toEqual([4, 1, 1, 1, 4, 3, 1]);
});

test('a reminder opens the questionnaire where it was left', async () => {
  const li = trainee(5);
  const reminder = li.chat.lastCard('快截止了');
  const opened = (await li.presses(reminder, 'open-visit')).card;
  const done = await answerAll(li, opened, rating(4, { 'd3-venue': '1' }));
  expect(done.text).toContain('谢谢');
  await office.at('2026-08-28T23:59+08:00');
  expect(channel.cards).toEqual([]);
});

test('after the due day the result comes to the channel, the instructor gets their own', async () => {
  await office.at('2026-08-29T00:00+08:00');
  expect(channel.cards).toEqual([]);
  await office.at('2026-08-31T09:00+08:00');
  const result = channel.lastCard('Selling well');
  expect(result.text).toContain('5 / 7');
  expect(result.text).toContain('培训场地');
  expect(verbs(result)).toEqual(['assign-open']);
  const own = instructor.chat.lastCard('Selling well');
  expect(own.text).toContain('5 of 7');
  expect(own.text).not.toContain('王梅');
  expect(instructor.chat.cards).toHaveLength(1);
  expect(channel.lastCard('Writing well').text).not.toMatch(/[1-5]\.\d\d/);
  expect(otherInstructor.chat.cards).toHaveLength(1);
  expect(otherInstructor.chat.lastCard('Writing well').text).not.toMatch(/[1-5]\.\d\d|Selling/);
});

test('late answers are refused kindly, and the card says so', async () => {
  const yan = trainee(6);
  const late = await yan.presses(yan.chat.lastCard(), 'open-visit');
  expect(late.card?.text).toContain('已经结束');
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});
