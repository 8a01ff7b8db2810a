import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frankLine, privacyLine } from '../../src/wording/questionnaire-words.ts';
import { openTestDatabase } from '../support/database.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { openCourse } from '../support/selling-course.ts';
import type { Person } from '../support/teams-tenant/person.ts';
import { wholeDatabase } from '../support/whole-database.ts';

let office: OfficeUnderTest;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let trainee: Person;

beforeAll(async () => {
  database = await openTestDatabase();
  office = await startOffice({ database: { kind: 'server', uri: database.uri, name: database.dbName } });
  [trainee] = (await openCourse(office, 3)) as [Person, ...Person[]];
});
afterAll(async () => {
  await office?.close();
  await database?.close();
});

test('an opinion typed instead of pressed is not recorded anywhere, and the card to press is handed over', async () => {
  const before = office.log.length;
  await trainee.says('The trainer Zebedee mumbled all day');
  const card = trainee.chat.lastCard();
  expect(card.text).toContain('was not recorded');
  expect(card.actions.map(({ verb }) => verb)).toContain('open-visit');
  expect(await everythingStored()).not.toMatch(/Zebedee|mumbled/);
  expect(JSON.stringify(office.log.slice(before))).not.toMatch(/Zebedee|mumbled/);
});

test('whoever wants no more messages is told what ends by itself and what to press, and nothing is switched off', async () => {
  const before = await office.stores.visits.unfinishedOf(await idOf(trainee));
  await trainee.says('please stop sending me reminders');
  expect(trainee.chat.lastCard().text).toContain('Answering is up to you');
  expect(trainee.chat.lastCard().text).toContain('I did not attend');
  expect(await office.stores.visits.unfinishedOf(await idOf(trainee))).toEqual(before);
  await office.staff.says('停止');
  expect(office.staff.chat.texts.at(-1)).toContain('眼下没有问卷在等您');
});

test('what a button says does nothing when typed: what to press is shown', async () => {
  const before = await office.stores.visits.unfinishedOf(await idOf(trainee));
  for (const typed of ['I am on leave', 'I did not attend', 'I’d rather not', 'remind me tomorrow']) {
    await trainee.says(typed);
    expect(trainee.chat.lastCard().text).toContain('Open the questionnaire below');
    expect(trainee.chat.lastCard().text).not.toContain('Thank you for telling me');
  }
  expect(await office.stores.visits.unfinishedOf(await idOf(trainee))).toEqual(before);
});

test('whoever asks who sees their answers reads what the questionnaire promises, with the card if one waits', async () => {
  await trainee.says('who can see my answers?');
  const card = trainee.chat.lastCard();
  for (const line of [privacyLine(5, 5), frankLine]) expect(card.text).toContain(line.en);
  expect(card.actions.map(({ verb }) => verb)).toContain('open-visit');
  await office.staff.says('为什么要填这个');
  for (const line of [privacyLine(5, 5), frankLine]) {
    expect(office.staff.chat.texts.at(-1)).toContain(line.zh);
  }
});

test('thanks are answered in kind', async () => {
  await office.staff.says('谢谢！');
  expect(office.staff.chat.texts.at(-1)).toContain('有需要随时找我');
});

test('a report on a part that is not offered says what there is instead, and of a training how to see it', async () => {
  await office.staff.says('/report Q3 Sales');
  expect(office.staff.chat.texts.at(-1)).toBe('没有单看“Sales”的报告可以给您。可以发送：报告、报告 Q3。');
  await office.staff.says('SALES-26 Q3报告');
  expect(office.staff.chat.texts.at(-1)).toContain('请发送“进度 SALES-26”');
});

test('what is known decides for those alone who may ask: others learn nothing by trying', async () => {
  const said = async (text: string) => {
    await trainee.says(text);
    return trainee.chat.lastCard().text;
  };
  expect(await said('status selling')).toBe(await said('status drivel'));
});

const everythingStored = async (): Promise<string> => {
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  try {
    return await wholeDatabase(connection.getClient().db(database.dbName));
  } finally {
    await connection.close();
  }
};

const idOf = async (person: Person) => {
  const [found] = await office.stores.people.byEmails([person.email]);
  if (found === undefined) throw new Error('nobody');
  return found.id;
};
