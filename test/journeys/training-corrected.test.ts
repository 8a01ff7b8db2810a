import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrainingCode } from '../../src/domain/kernel/ids.ts';
import { checkRoster } from '../../src/domain/rosters/check-roster.ts';
import { rosterColumns } from '../../src/domain/rosters/roster-columns.ts';
import { answerAll, rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant, type RosterLine, rosterTable } from '../support/roster-lines.ts';
import { openCourse, sellingCourse } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order: the course ends on Friday 2026-08-14, its first questionnaires go out on Monday 08-17 and are due on 08-28.

let office: OfficeUnderTest;
let anna: Person;
let ben: Person;
let cara: Person;
let ines: Person;
let channel: Channel;

const code = 'SALES-26' as TrainingCode;
const roster = (changes: Partial<RosterLine> = {}, ...withdrawn: readonly number[]): Promise<unknown> =>
  office.imports(
    [1, 2, 3].map((number) =>
      participant(number, {
        ...sellingCourse,
        ...changes,
        withdrawn: withdrawn.includes(number) ? 'yes' : 'no',
      }),
    ),
  );
const round = async () => {
  const first = (await office.stores.rounds.ofTraining(code)).find(({ kind }) => kind === 'T1');
  if (first === undefined) throw new Error('there is no first round');
  return first;
};
const everybody = () => [anna, ben, cara];
const cards = () => everybody().map(({ chat }) => chat.cards.length);
/** What each of them got since. */
const newsSince = (before: readonly number[]): string[][] =>
  everybody().map(({ chat }, index) => chat.cards.slice(before[index]).map(({ text }) => text));

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('培训');
  ines = await office.person({ name: 'Ines', email: 'ines@contoso.example', locale: 'en-US' });
  const trainees = await openCourse(office, 3);
  [anna, ben, cara] = trainees as [Person, Person, Person];
  await answerAll(anna, anna.chat.lastCard('1 of'), rating(4));
});
afterAll(async () => {
  await office?.close();
});

test('moved while it is open, whoever was asked hears the new last day, once', async () => {
  const before = cards();
  await roster({ end: '2026-08-16' });
  await roster({ end: '2026-08-16' });
  await office.at('2026-08-18T10:00+08:00');
  await office.at('2026-08-18T11:00+08:00');
  expect(await round()).toMatchObject({ state: 'open', dueDate: '2026-08-30' });
  const news = newsSince(before);
  expect(news.map((texts) => texts.length)).toEqual([1, 1, 1]);
  for (const [text] of news) expect(text).toMatch(/last day to answer is now Sun 30 Aug/);
});

test('moved so late that it is not over yet, nobody can answer before, and an old card says from when on', async () => {
  const page = ben.chat.lastCard('1 of');
  const before = cards();
  await roster({ end: '2026-08-21' });
  await office.at('2026-08-19T10:00+08:00');
  expect(await round()).toMatchObject({ state: 'planned' });
  for (const [text] of newsSince(before)) expect(text).toContain('from Mon 24 Aug');
  const pressed = await ben.presses(page, 'answer-later');
  expect(pressed.card?.text).toContain('Not yet');
  await ben.says('/pending');
  expect(ben.chat.texts.at(-1)).not.toContain('Selling well');
});

test('and when it is, they are asked to go on, with what they had said, and get no second questionnaire', async () => {
  const before = cards();
  await office.at('2026-08-24T09:00+08:00');
  await office.at('2026-08-24T09:30+08:00');
  expect(await round()).toMatchObject({ state: 'open', dueDate: '2026-09-04' });
  const news = newsSince(before);
  expect(news.map((texts) => texts.length)).toEqual([1, 1, 1]);
  for (const [text] of news) expect(text).toContain('You can answer now, until Fri 4 Sept');
  expect(
    (await office.stores.visits.ofRound((await round()).id)).map(({ state }) => state).toSorted(),
  ).toEqual(['answered', 'due', 'due']);
});

test('withdrawn, somebody hears that there is nothing more to do; back, that they are asked after all', async () => {
  const before = cards();
  await roster({ end: '2026-08-21' }, 1, 2);
  await office.at('2026-08-24T11:00+08:00');
  expect(newsSince(before)).toEqual([
    [expect.stringMatching(/no longer on the list.*not counted/s)],
    [expect.stringContaining('no longer on the list')],
    [],
  ]);
  const away = cards();
  await roster({ end: '2026-08-21' });
  await office.at('2026-08-24T12:00+08:00');
  expect(newsSince(away)).toEqual([
    [expect.stringMatching(/they do, and you can change them/)],
    [expect.stringContaining('please answer by')],
    [],
  ]);
});

test('a slip that is put right at once is told to nobody', async () => {
  const before = cards();
  await roster({ end: '2026-08-21' }, 3);
  await roster({ end: '2026-08-21' });
  await office.at('2026-08-24T13:00+08:00');
  expect(newsSince(before)).toEqual([[], [], []]);
});

test('cancelled, everybody hears that there is nothing more to do, and nothing is counted or announced', async () => {
  const page = ben.chat.lastCard('please answer by');
  const before = cards();
  await roster({ end: '2026-08-21', training_status: 'cancelled' });
  await office.at('2026-08-25T10:00+08:00');
  const news = newsSince(before);
  expect(news.map((texts) => texts.length)).toEqual([1, 1, 1]);
  for (const [text] of news) expect(text).toContain('was cancelled, so there is nothing to fill in');
  expect(news[0]?.[0]).toContain('not counted');
  const rounds = await office.stores.rounds.ofTraining(code);
  expect(rounds.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  expect((await ben.presses(page, 'open-visit')).card?.text).toContain('was cancelled');
  await office.at('2026-09-07T09:00+08:00');
  await office.at('2026-09-25T09:00+08:00');
  expect(newsSince(before).map((texts) => texts.length)).toEqual([1, 1, 1]);
  expect(await office.stores.results.ofRound((await round()).id)).toBeUndefined();
});

test('a roster that says nothing of it leaves it cancelled; one that says it takes place brings back how it stood', async () => {
  const lines = [1, 2, 3].map((number) => participant(number, { ...sellingCourse, end: '2026-08-21' }));
  const columns = rosterColumns.filter((column) => column !== 'training_status');
  const { rows } = checkRoster(rosterTable(lines, columns), 'Asia/Shanghai');
  await office.running.office.importRoster(rows, 'without-status.csv');
  expect((await round()).state).toBe('cancelled');
  await roster({ end: '2026-08-21' });
  expect((await round()).state).toBe('open');
  await office.at('2026-09-25T10:00+08:00');
  expect((await round()).state).toBe('closed');
  expect(
    (await office.stores.visits.ofRound((await round()).id)).map(({ state }) => state).toSorted(),
  ).toEqual(['answered', 'expired', 'expired']);
});

test('cancelled after a result was shown, the channel and the instructor hear it beside, once, and the result stays', async () => {
  await office.at('2026-09-28T09:00+08:00');
  const shown = [channel.cards.length, ines.chat.cards.length];
  const isResult = await office.stores.results.ofRound((await round()).id);
  await roster({ end: '2026-08-21', training_status: '取消' });
  await roster({ end: '2026-08-21', training_status: '取消' });
  await office.at('2026-09-28T10:00+08:00');
  await office.at('2026-09-29T10:00+08:00');
  const news = [channel, ines.chat].map(({ cards: all }, index) =>
    all.slice(shown[index]).map(({ text }) => text),
  );
  expect(news).toEqual([[expect.stringContaining('取消了')], [expect.stringContaining('was cancelled')]]);
  expect((await round()).state).toBe('closed');
  expect(await office.stores.results.ofRound((await round()).id)).toEqual(isResult);
});

test('nothing went wrong on the way', () => {
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'error')).toEqual([]);
});
