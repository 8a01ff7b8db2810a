import { afterAll, beforeAll, expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import { everythingIn } from '../support/everything-in.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { allAnswer, openCourse } from '../support/selling-course.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order: Tom has an account and an open questionnaire; then a second account comes with his address.

let office: OfficeUnderTest;
let mei: Person;
let tom: Person;
let second: Person;

const hears = async (person: Person, said: string): Promise<string> => {
  await person.says(said);
  return person.chat.texts.at(-1) ?? '';
};
const accountsOf = async (email: string) => {
  const people = await office.stores.people.byEmails([email]);
  return (await office.stores.accounts.ofPeople(people.map(({ id }) => id))).map(
    ({ parts }) => parts.aadObjectId,
  );
};

beforeAll(async () => {
  office = await startOffice();
  await office.chooseChannel('结果');
  [mei, tom] = (await openCourse(office, 2)) as [Person, Person];
  await allAnswer([mei], rating(4));
  await office.at('2026-08-18T10:00+08:00');
  second = await office.person({ name: 'Tom Again', email: tom.email, locale: 'en-US' });
});
afterAll(async () => {
  await office?.close();
});

test('a second account with somebody’s address gets nothing of theirs, is told so kindly, and may ask for help', async () => {
  expect(await hears(second, '/pending')).toContain('training department');
  expect(await hears(second, '/status SALES-26')).toContain('nothing of yours is lost');
  await second.says('/help');
  expect(second.chat.lastCard().text).toContain('help');
  expect(second.chat.lastCard().text).not.toContain('pending');
  const before = await everythingIn(office);
  const forwarded = { ...tom.chat.lastCard(), message: second.chat.lastMessage() };
  expect((await second.presses(forwarded, 'answer-later')).message).toContain('training department');
  expect(await everythingIn(office)).toBe(before);
  await office.at('2026-08-19T10:00+08:00');
  expect(await accountsOf(tom.email)).toEqual([tom.aadObjectId]);
});

test('staff are asked, with what each answer means; nobody else can answer', async () => {
  const { text, actions } = office.staff.chat.lastCard('这是谁的账号');
  expect(text).toContain(tom.email);
  expect(text).toContain('已经有账号了');
  expect(actions.map(({ verb }) => verb)).toEqual(['account-same', 'account-another']);
  const before = await everythingIn(office);
  const card = office.staff.chat.lastCard('这是谁的账号');
  expect((await mei.presses(card, 'account-same')).message).toContain('Sorry');
  expect(await everythingIn(office)).toBe(before);
  await office.staff.says('账号');
  expect(office.staff.chat.lastCard('等您确认').text).toContain('Tom Again');
  await office.staff.says('进度 SALES-26');
  expect(office.staff.chat.lastCard('回访进度').text).toContain('有 1 个账号等您确认是谁的，发送“账号”查看');
});

test('/status without a training says so, too: to those who may answer, and to nobody who stands in for them', async () => {
  expect(await hears(office.staff, '进度')).toContain('有 1 个账号等您确认是谁的，发送“账号”查看');
  const colleague = async (name: string) => {
    const email = `${name.toLowerCase()}@contoso.example`;
    const person = await office.person({ name, email, locale: 'en-US' });
    await person.says('/help');
    return person;
  };
  const [head, deputy] = [await colleague('Hal'), await colleague('Dora')];
  await office.staff.says('角色 添加 培训负责人 hal@contoso.example');
  expect(await hears(head, '/status')).toContain('One account waits for you to say whose: send “accounts”.');
  expect(await hears(office.staff, '代理 Dora 从 8月19日 到 8月19日')).toContain('由 Dora 代理您');
  expect(await hears(deputy, '/status')).toMatch(/^Which training(?!.*account)/s);
  await deputy.says('/status SALES-26');
  expect(deputy.chat.lastCard('Follow-up status').text).not.toContain('“accounts”');
});

test('“another person”: it is somebody of their own; the card says so, and who comes second is told', async () => {
  const card = office.staff.chat.lastCard('这是谁的账号');
  const said = await office.staff.presses(card, 'account-another');
  expect(said.card?.text).toContain('账号不是');
  const again = await office.staff.presses(card, 'account-same');
  expect(again.card?.text).toContain('账号不是');
  expect(await accountsOf(tom.email)).toEqual([tom.aadObjectId]);
  expect(await hears(second, '/pending')).toContain('Sorry');
  expect(await hears(office.staff, '进度')).not.toContain('账号');
  await office.at('2026-08-20T10:00+08:00');
  expect(office.staff.chat.lastCard('账号不是').actions.map(({ verb }) => verb)).toEqual(['account-same']);
  expect(await accountsOf(tom.email)).toEqual([tom.aadObjectId]);
});

test('staff change their mind: it is the same person, and then again it is not', async () => {
  const same = await office.staff.presses(office.staff.chat.lastCard('账号不是'), 'account-same');
  expect(same.card?.text).toContain('账号是');
  expect((await accountsOf(tom.email)).toSorted()).toEqual([second.aadObjectId, tom.aadObjectId].toSorted());
  await second.says('/pending');
  expect(second.chat.lastCard().actions.map(({ verb }) => verb)).toEqual(['open-visit']);
  await office.at('2026-08-21T10:00+08:00');
  const back = await office.staff.presses(office.staff.chat.lastCard('账号是'), 'account-another');
  expect(back.card?.text).toContain('账号不是');
  expect(await hears(second, '/pending')).toContain('Sorry');
  expect(await accountsOf(tom.email)).toEqual([tom.aadObjectId]);
});

test('a reused address inherits no role: the newcomer has the address, whoever left what was theirs', async () => {
  const lea = await office.person({ name: 'Lea', email: 'lea@contoso.example', locale: 'en-US' });
  await lea.says('/help');
  await office.staff.says('角色 添加 管理员 lea@contoso.example');
  await office.staff.says('离职 lea@contoso.example');
  await office.staff.presses(office.staff.chat.lastCard(), 'left-confirm');
  const newcomer = await office.person({ name: 'Leo', email: 'lea@contoso.example', locale: 'en-US' });
  expect(await hears(newcomer, '/role')).toContain('training department');
  await office.at('2026-08-24T10:00+08:00');
  await office.staff.presses(office.staff.chat.lastCard('已登记离职'), 'account-another');
  expect(await hears(newcomer, '/role')).toContain('Sorry');
  const [owner, more] = await office.stores.people.byEmails(['lea@contoso.example']);
  expect([owner?.name, owner?.standing, more]).toEqual(['Leo', [], undefined]);
  const [left] = await office.stores.people.named('Lea');
  expect(left).toMatchObject({ left: { settled: true }, emailIsAnothers: true });
});

test('nothing went wrong on the way', () => {
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'error')).toEqual([]);
});
