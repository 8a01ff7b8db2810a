import { afterAll, beforeAll, expect, test } from 'vitest';
import { noResults } from '../../src/wording/report-words.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { allAnswer, openCourse, t1Over, t2Opens, t2Over } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
let channel: Channel;
/** Mara manages six of the first training, five of whom answer; so does Olaf. */
let mara: Person;
/** Sam manages two of the second training, Max its other six. */
let sam: Person;
let max: Person;
let nobody: Person;
let trainees: Person[];

const law = (manager: Person) => ({
  training_code: 'LAW-26',
  title: 'Law for all',
  department: 'Law',
  manager_email: manager.email,
});

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  const manager = (name: string) =>
    office.person({ name, email: `${name.toLowerCase()}@contoso.example`, locale: 'en-US' });
  mara = await manager('Mara');
  const olaf = await manager('Olaf');
  sam = await manager('Sam');
  max = await manager('Max');
  nobody = await manager('Nora');
  const sales = await openCourse(office, 6);
  const salesToo = await openCourse(office, 6, { manager_email: olaf.email, department: 'Service' }, 7);
  const lawyers = await openCourse(office, 6, law(max), 13);
  const lawyersToo = await openCourse(office, 2, law(sam), 19);
  trainees = [...sales, ...salesToo, ...lawyers, ...lawyersToo];
  await allAnswer(
    [...sales.slice(0, 5), ...salesToo.slice(0, 5), ...lawyers],
    rating(4, { 'd3-venue': '2' }),
  );
  await allAnswer(lawyersToo, rating(1));
  await office.at(t1Over);
});
afterAll(async () => {
  await office?.close();
});

const lastReport = (person: Person) => person.chat.lastCard(/Q3 2026|第三季度/).text;

test('a report adds up the trainings due in the quarter, for staff all of them', async () => {
  await office.staff.says('/report Q3');
  expect(lastReport(office.staff)).toContain('18 / 20');
  expect(lastReport(office.staff)).toContain('培训场地');
});

test('a manager’s report is about their own people', async () => {
  await mara.says('/report Q3');
  expect(lastReport(mara)).toContain('5 of 6');
  expect(lastReport(mara)).toContain('Venue');
  expect(lastReport(mara)).not.toContain('Law for all');
});

test('whose people are too few sees no figure of theirs, nor can another’s be subtracted to get it', async () => {
  for (const manager of [sam, max]) {
    await manager.says('/report Q3');
    expect(lastReport(manager)).not.toMatch(/\b[1-5]\.\d\d\b|2 of 2|6 of 6/);
    expect(lastReport(manager)).toContain('Too few answers to tell of issues');
  }
});

test.each(['/report', 'report q3', 'REPORT Q3 2026', '报告', '报告 第三季度', '/报告 2026', '季度报告'])(
  '%s is understood, with or without slash, in either language',
  async (said) => {
    const before = office.staff.chat.cards.length;
    await office.staff.says(said);
    expect(office.staff.chat.cards).toHaveLength(before + 1);
    expect(office.staff.chat.lastCard().text).toContain('18 / 20');
  },
);

test('nonsense gets examples of what works, a quarter to come a plain word', async () => {
  for (const said of ['/report Q9', 'report next tuesday', '/report {"$gt":""}']) {
    await office.staff.says(said);
    expect(office.staff.chat.texts.at(-1)).toMatch(/Q3/);
  }
  await office.staff.says('/report Q4 2026');
  expect(office.staff.chat.texts.at(-1)).not.toMatch(/\$\{|undefined|null/);
});

test('a period without a round says “yet” only while it goes on', async () => {
  await office.staff.says('/report Q1 2026');
  expect(office.staff.chat.lastCard().text).toContain(noResults.ever.zh);
  await mara.says('/report 2025');
  expect(mara.chat.lastCard().text).toContain(noResults.ever.en);
});

test('whoever may not see a report is told so politely, without a figure', async () => {
  for (const person of [nobody, trainees[0]]) {
    const cards = person?.chat.cards.length;
    await person?.says('/report Q3');
    expect(person?.chat.texts.at(-1)).toContain('Sorry');
    expect(person?.chat.cards).toHaveLength(cards ?? -1);
  }
});

test('asked for in the channel, a report is answered in private', async () => {
  const before = channel.cards.length;
  const own = mara.chat.cards.length;
  channel.team.members.push(mara);
  await mara.saysIn(channel, '/report Q3', { mention: true });
  expect(channel.cards).toHaveLength(before);
  expect(channel.lastMessage().activity.text).not.toMatch(/\d\s?%|5 of 6/);
  expect(mara.chat.cards).toHaveLength(own + 1);
});

test('who cannot be answered in private is asked to open a chat first, without a figure', async () => {
  const stranger = office.tenant.person({ name: 'Mia', email: 'mia@contoso.example', locale: 'en-US' });
  channel.team.members.push(stranger);
  await stranger.saysIn(channel, '/help', { mention: true });
  await office.staff.says('/role trainingStaff mia@contoso.example');
  const cards = channel.cards.length;
  await stranger.saysIn(channel, 'report Q3', { mention: true });
  expect(channel.lastMessage().activity.text).toMatch(/chat/);
  expect(channel.lastMessage().activity.text).not.toMatch(/\d\s?%/);
  expect(channel.cards).toHaveLength(cards);
});

test('three weeks on, use at work is asked; the report then counts each person once', async () => {
  await office.at(t2Opens);
  await allAnswer(trainees.slice(0, 5), rating(3));
  await office.at(t2Over);
  expect(channel.lastCard(/效果回访.*\nSelling/).text).toContain('5 / 12');
  await office.staff.says('/report Q3');
  expect(lastReport(office.staff)).toMatch(/应回访人数\n20\n/);
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});
