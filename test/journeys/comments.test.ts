import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAll, rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { openCourse, sellingCourse, t1Over } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
let channel: Channel;
/** Mara and Sam have five each who write, Olaf four in a training of their own; Vera heads Mara's department, Max is the management. */
let mara: Person;
let olaf: Person;
let vera: Person;
let max: Person;
let trainee: Person;
/** Longer together than one page has room for. */
const said = (number: number): string => `Word ${number} ${'more practice '.repeat(70)}`.trim();
const words = /Word \d/g;

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  const somebody = (name: string) =>
    office.person({ name, email: `${name.toLowerCase()}@contoso.example`, locale: 'en-US' });
  [mara, olaf, vera, max] = [
    await somebody('Mara'),
    await somebody('Olaf'),
    await somebody('Vera'),
    await somebody('Max'),
  ];
  const maras = await openCourse(office, 5);
  const sams = await openCourse(
    office,
    5,
    { manager_email: 'sam@contoso.example', department: 'Service' },
    6,
  );
  const few = await openCourse(
    office,
    4,
    { training_code: 'LAW-26', title: 'Law for all', manager_email: olaf.email },
    11,
  );
  await office.staff.says('/role departmentHead vera@contoso.example Sales');
  await office.staff.says('/role management max@contoso.example');
  trainee = maras[0] as Person;
  for (const [at, person] of [...maras, ...sams, ...few].entries())
    await answerAll(person, person.chat.lastCard('1 of'), rating(4, { 'd5-suggestion': said(at + 1) }));
});
afterAll(async () => {
  await office?.close();
});

test('while a round is open, nobody reads a comment', async () => {
  const { id } = (await office.stores.rounds.open())[0] ?? { id: '' };
  await office.staff.says('/report Q3');
  await mara.says('/report Q3');
  expect(office.staff.chat.lastCard().text + mara.chat.lastCard().text).not.toMatch(words);
  expect(id).not.toBe('');
});

test('the result shows staff a few comments, without names, and all of them in private, page by page', async () => {
  await office.at(t1Over);
  const result = channel.lastCard('Selling well');
  expect(result.text.match(words)).toHaveLength(3);
  expect(result.text).toContain('留言：10 条');
  expect(result.text).not.toMatch(/Person \d|person\d/);
  const posted = channel.messages.length;
  expect((await office.staff.presses(result, 'comments-open')).message).toContain('聊天');
  expect(channel.messages).toHaveLength(posted);
  const all = office.staff.chat.lastCard('留言 ·');
  // "Word 10" comes before "Word 2": the order of letters, not of arrival.
  expect(all.text.match(words)?.slice(0, 3)).toEqual(['Word 1', 'Word 1', 'Word 2']);
  expect(all.text.match(words)).toHaveLength(8);
  expect(all.text).toContain('第 1–8 条，共 10 条');
  expect(all.text).not.toMatch(/Sales|Service|Person|\d{4}/);
  const rest = (await office.staff.presses(all, 'comments-page')).card;
  expect(rest?.text.match(/Word \d/g)).toEqual(['Word 8', 'Word 9']);
  const first = (await office.staff.presses(rest ?? all, 'comments-page')).card;
  expect(first?.text).toBe(all.text);
});

test('below five people who came to the question, nobody is shown a comment, nor how many there are', async () => {
  const result = channel.lastCard('Law for all');
  expect(result.text).toContain('不足 5 人');
  expect(result.text).not.toMatch(/Word|留言：/);
  expect(result.actions.map(({ verb }) => verb)).not.toContain('comments-open');
  const opened = await office.staff.presses(channel.lastCard('Selling well'), 'comments-open', {
    tamper: (data) => ({ ...data, round: 'LAW-26/T1/1' }),
  });
  expect(opened.message).toContain('聊天');
  expect(office.staff.chat.lastCard('Law for all').text).toContain('没有可以显示的留言');
});

test('whoever sees figures of their own people in a round reads the whole round’s comments from the report', async () => {
  for (const person of [mara, vera]) {
    await person.says('/report Q3');
    const report = person.chat.lastCard('Q3 2026');
    expect(report.inputs.map(({ id }) => id)).toEqual(['round']);
    expect(report.inputs[0]?.choices.map(({ title }) => title)).toEqual([
      'Selling well, autumn run · First impressions (10)',
    ]);
    await person.presses(report, 'comments-open');
    const card = person.chat.lastCard('Comments ·');
    expect(card.text.match(words)).toHaveLength(8);
    expect(card.text).toContain('whatever their team or department');
    expect(card.text).not.toMatch(/Sales|Service|Person/);
  }
});

test('others do not: a manager of too few, management, a trainee; whatever their card says', async () => {
  for (const person of [olaf, max]) {
    await person.says('/report Q3');
    expect(person.chat.lastCard('Q3 2026').actions.map(({ verb }) => verb)).not.toContain('comments-open');
  }
  const report = mara.chat.lastCard('Q3 2026');
  for (const person of [olaf, max, trainee]) {
    const pressed = await person.presses({ ...report, message: person.chat.lastMessage() }, 'comments-open', {
      tamper: () => ({ verb: 'comments-open', round: 'SALES-26/T1/1' }),
    });
    expect(pressed.message ?? pressed.error?.message).toMatch(/Sorry|meant for somebody/);
    expect(person.chat.texts.join() + person.chat.cards.map(({ text }) => text).join()).not.toMatch(
      /Comments · First/,
    );
  }
  const other = await mara.presses(report, 'comments-open', {
    tamper: (data) => ({ ...data, round: 'LAW-26/T1/1' }),
  });
  expect(other.message).toContain('meant for somebody');
  expect(office.tenant.complaints).toEqual([]);
});

test('once the roster names another manager, that one reads them and the former one does not', async () => {
  const nina = await office.person({ name: 'Nina', email: 'nina@contoso.example', locale: 'en-US' });
  const report = mara.chat.lastCard('Q3 2026');
  const numbers = [1, 2, 3, 4, 5];
  await office.imports(
    numbers.map((number) => participant(number, { ...sellingCourse, manager_email: nina.email })),
  );
  // Nobody reports to Mara any more: she is no manager.
  expect((await mara.presses(report, 'comments-open')).message).toMatch(/Sorry|meant for somebody/);
  await nina.says('/report Q3');
  await nina.presses(nina.chat.lastCard('Q3 2026'), 'comments-open');
  expect(nina.chat.lastCard('Comments ·').text.match(words)).toHaveLength(8);
});
