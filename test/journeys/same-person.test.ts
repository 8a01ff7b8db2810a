import { afterAll, beforeAll, expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import { everythingIn } from '../support/everything-in.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { roundOf } from '../support/round-of.ts';
import { allAnswer, openCourse, sellingCourse, t1Over, t2Opens } from '../support/selling-course.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order: six entries of a roster, all of which have answered, are five people.

let office: OfficeUnderTest;
let trainees: Person[];
let kept: Person;
let other: Person;

const hears = async (person: Person, said: string): Promise<string> => {
  await person.says(said);
  return person.chat.texts.at(-1) ?? '';
};
const lines = () => [1, 2, 3, 4, 5, 6].map((number) => participant(number, sellingCourse));

beforeAll(async () => {
  office = await startOffice();
  trainees = await openCourse(office, 6);
  [kept, other] = [trainees[4] ?? expect.fail(), trainees[5] ?? expect.fail()];
  await allAnswer(trainees.slice(0, 5), rating(4));
  office.clock.time = new Date('2026-08-18T10:00+08:00');
  await allAnswer([other], rating(5));
});
afterAll(async () => {
  await office?.close();
});

test('only the training department says who is one person, and of two', async () => {
  expect(await hears(kept, `/same ${kept.email} ${other.email}`)).toContain('Sorry');
  expect(await hears(office.staff, '是同一人')).toContain('没有读懂是哪两位');
  expect(await hears(office.staff, `是同一人 ${kept.email} nobody@example.com`)).toContain('没有找到');
  expect(await hears(office.staff, `是同一人 ${kept.email} ${kept.email}`)).toContain('已经是同一个人');
});

test('first it is said what will follow, and nothing has; left, it stays so', async () => {
  const before = await everythingIn(office);
  await office.staff.says(`是同一人 ${kept.email} ${other.email}`);
  const { text, actions } = office.staff.chat.lastCard();
  for (const said of [kept.email, other.email, '1 个培训', '1 次正在进行', '不能撤销', '最近用过的账号'])
    expect(text).toContain(said);
  expect(actions.map(({ verb }) => verb)).toEqual(['same-confirm', 'same-leave']);
  expect((await kept.presses(office.staff.chat.lastCard(), 'same-confirm')).message).toContain('Sorry');
  const pressed = await office.staff.presses(office.staff.chat.lastCard(), 'same-leave');
  expect(pressed.card?.text).toContain('没有合并');
  expect(await everythingIn(office)).toBe(before);
});

test('confirmed, the addresses and the cards of both are one person’s; pressed again, nothing follows twice', async () => {
  await office.staff.says(`是同一人 ${kept.email}，${other.email}`);
  const card = office.staff.chat.lastCard();
  expect((await office.staff.presses(card, 'same-confirm')).card?.text).toContain('已合并');
  const before = await everythingIn(office);
  expect((await office.staff.presses(card, 'same-confirm')).message).toContain('已经是同一个人');
  expect(await hears(office.staff, `是同一人 ${other.email} ${kept.email}`)).toContain('已经是同一个人');
  expect(await everythingIn(office)).toBe(before);
  const [one] = await office.stores.people.named(kept.email);
  expect((await office.stores.people.named(other.email)).map(({ id }) => id)).toEqual([one?.id]);
  // What either was shown opens the one questionnaire that counts.
  for (const person of [kept, other]) {
    const pressed = await person.presses(person.chat.lastCard(), 'change-answers');
    expect(pressed.card?.text).toContain('1 of');
  }
});

test('the round counts five people, and of the two answers the later', async () => {
  await office.at(t1Over);
  const { round } = await roundOf(office);
  const result = await office.stores.results.ofRound(round.id);
  expect(result?.whole.completion).toMatchObject({ due: 5, answered: 5 });
  expect(result?.whole.items['d1-practical']).toMatchObject({ n: 5, sum: 4 * 4 + 5 });
});

test('the same roster again asks five people in the next round, whoever it names twice', async () => {
  await office.imports(lines());
  await office.at(t2Opens);
  const { visits } = await roundOf(office, 'T2');
  expect(visits.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'due'));
  const again = await office.imports(lines());
  expect(again.participants).toMatchObject({ new: 0, changed: 0 });
  expect((await roundOf(office, 'T2')).visits).toHaveLength(5);
});
