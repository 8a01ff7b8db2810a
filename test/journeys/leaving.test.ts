import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueId, type RoundId } from '../../src/domain/kernel/ids.ts';
import { anImprovement } from '../store/samples.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { byTest } from '../support/by-test.ts';
import { everythingIn } from '../support/everything-in.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { roundOf } from '../support/round-of.ts';
import { allAnswer, openCourse, t1Over, t2Opens } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order: the first round is over, the second one open, when somebody leaves.

let office: OfficeUnderTest;
let channel: Channel;
let trainees: Person[];
/** On the training staff, answers for a measure, stands in for Mara, and is a trainee. */
let lea: Person;
let mara: Person;

const hears = async (person: Person, said: string): Promise<string> => {
  await person.says(said);
  return person.chat.texts.at(-1) ?? '';
};
const visitOfLea = async (kind: 'T1' | 'T2' = 'T2') => {
  const [person] = await office.stores.people.named(lea.email);
  return (await roundOf(office, kind)).visits.find((visit) => visit.person === person?.id);
};
const leaAsKept = async () => (await office.stores.people.named(lea.email))[0];

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  mara = await office.person({ name: 'Mara', email: 'mara@contoso.example', locale: 'en-US' });
  trainees = await openCourse(office, 7);
  lea = trainees[6] ?? expect.fail();
  await allAnswer(trainees.slice(0, 6), rating(4, { 'd3-venue': '2' }));
  await office.at(t1Over);
  await office.staff.says(`角色 添加 管理员 ${lea.email}`);
  await office.staff.says(`角色 ${lea.email} 部门代表 Sales`);
  await mara.says(`/deputy ${lea.email} until 2026-12-31`);
  await office.staff.presses(channel.lastCard(), 'assign-open');
  const inputs = { owner: lea, measure: 'Book the large room', due: '2026-09-30' };
  await office.staff.presses(office.staff.chat.lastCard('交给谁来改进'), 'assign-save', { inputs });
  await office.at(t2Opens);
});
afterAll(async () => {
  await office?.close();
});

test('nobody but the training department says who left, and nobody says it of themselves', async () => {
  expect(await hears(mara, `/left ${lea.email}`)).toContain('Sorry');
  expect(await hears(office.staff, '离职 zhou.min@example.com')).toContain('另一位');
  expect(await hears(office.staff, '离职 nobody@example.com')).toContain('没有找到');
});

test('first it is said what will follow, and nothing has', async () => {
  const before = await everythingIn(office);
  await office.staff.says(`离职 ${lea.email}`);
  const { text, actions } = office.staff.chat.lastCard();
  expect(text).toContain('1 份还没填完的问卷');
  expect(text).toContain('培训管理员、部门代表（Sales）');
  expect(text).toContain('代理都结束');
  expect(text).toContain('1 项没做完的改进转到您名下');
  expect(actions.map(({ verb }) => verb)).toEqual(['left-confirm']);
  expect(await everythingIn(office)).toBe(before);
});

test('somebody else’s press, of the same card, changes nothing', async () => {
  const card = office.staff.chat.lastCard();
  const before = await everythingIn(office);
  expect((await mara.presses(card, 'left-confirm')).message).toContain('Sorry');
  expect(await everythingIn(office)).toBe(before);
});

test('confirmed: roles and deputies end, the visit is excused, the measure goes to who said it and they are told', async () => {
  const pressed = await office.staff.presses(office.staff.chat.lastCard(), 'left-confirm');
  expect(pressed.card?.text).toContain('已登记');
  expect(await leaAsKept()).toMatchObject({ standing: [], seats: [], left: { settled: true } });
  expect(await visitOfLea()).toMatchObject({ state: 'excused', excuse: 'left' });
  expect((await office.stores.people.named('mara'))[0]).not.toHaveProperty('deputy');
  await office.at('2026-09-04T10:00+08:00');
  expect(office.staff.chat.lastCard('Book the large room').text).toContain('转交给周敏');
  expect(channel.cards[0]?.text).toContain('周敏 · 已指定');
  const said = await office.staff.presses(
    office.staff.chat.lastCard('Book the large room'),
    'improvement-started',
  );
  expect(said.card?.text).toContain('开始');
});

test('whoever left may nothing and gets nothing more, however long it goes on', async () => {
  expect(await hears(lea, '/status SALES-26')).toContain('Sorry');
  expect(await hears(lea, '/pending')).toContain('Sorry');
  const late = await lea.presses(lea.chat.lastCard('Book the large room'), 'improvement-done');
  expect(late.message).toContain('somebody else');
  const before = lea.chat.messages.length;
  for (const day of ['08', '09', '10', '11', '14', '15']) await office.at(`2026-09-${day}T10:00+08:00`);
  expect(lea.chat.messages).toHaveLength(before);
  await office.staff.says('联系不上');
  expect(JSON.stringify(office.staff.chat.lastMessage().activity)).not.toContain(lea.email);
});

test('whoever left is due in the next training’s round, excused, and not invited', async () => {
  await openCourse(
    office,
    1,
    { training_code: 'LAW-26', email: lea.email, name: lea.name, start: '2026-09-10', end: '2026-09-11' },
    50,
  );
  const before = lea.chat.messages.length;
  await office.at('2026-09-16T09:00+08:00');
  const [round] = await office.stores.rounds.ofTraining('LAW-26' as never);
  const visits = await office.stores.visits.ofRound(round?.id ?? expect.fail());
  expect(visits.map(({ state, excuse }) => [state, excuse])).toEqual([['excused', 'left']]);
  expect(lea.chat.messages).toHaveLength(before);
});

test('nothing is given to whoever left', async () => {
  expect(await hears(office.staff, `角色 添加 管理员 ${lea.email}`)).toContain('已按离职处理');
  expect(await hears(office.staff, `代理 ${lea.email} 到 2026-12-31`)).toContain('已按离职处理');
  expect(await hears(office.staff, `离职 ${lea.email}`)).toContain('已按离职处理');
});

test('taken back: roles are theirs again and open rounds wait for them; what was begun since stays where it is', async () => {
  await office.staff.says(`离职 ${lea.email} 撤销`);
  expect(office.staff.chat.lastCard().text).toContain('已撤销');
  expect(await leaAsKept()).toMatchObject({
    standing: ['trainingStaff'],
    seats: [{ role: 'representative', department: 'Sales' }],
  });
  expect(await leaAsKept()).not.toHaveProperty('left');
  const [improvement] = await office.stores.improvements.recent();
  expect(improvement?.state).toBe('started');
  const [staff] = await office.stores.people.named('zhou.min@example.com');
  expect(improvement?.owner).toBe(staff?.id);
  expect(await hears(lea, '/role')).toContain('training staff');
  expect(await hears(office.staff, `离职 ${lea.email} 撤销`)).toContain('不用撤销');
});

test('a mistake taken back at once leaves everything as it was, a measure nobody touched included', async () => {
  const id = (await leaAsKept())?.id ?? expect.fail();
  const untouched = anImprovement({ owner: id, issue: issueId('LAW-26/T1/1' as RoundId, 'd1-depth') });
  await office.stores.improvements.assign(untouched, byTest);
  const owned = async () => (await office.stores.improvements.ownedBy(id)).map(({ state }) => state);
  const before = [await owned(), (await leaAsKept())?.standing];
  await office.staff.says(`离职 ${lea.email}`);
  const done = await office.staff.presses(office.staff.chat.lastCard(), 'left-confirm');
  expect(await owned()).toEqual([]);
  expect(done.card?.actions.map(({ verb }) => verb)).toEqual(['left-undo']);
  await office.staff.presses(office.staff.chat.lastCard(), 'left-undo');
  expect([await owned(), (await leaAsKept())?.standing]).toEqual(before);
});

test('a measure that came by somebody’s leaving is handed on by staff from its card, and again from the channel', async () => {
  const card = office.staff.chat.lastCard('Book the large room');
  expect(card.actions.map(({ verb }) => verb)).toContain('pass-on-open');
  await office.staff.presses(card, 'pass-on-open');
  const form = office.staff.chat.lastCard('换谁来负责');
  expect(form.text).toContain('现在由周敏负责');
  const empty = await office.staff.presses(form, 'pass-on-save', { inputs: { owner: '' }, unchecked: true });
  expect(empty.card?.text).toContain('请选择一位负责人');
  const given = await office.staff.presses(form, 'pass-on-save', { inputs: { owner: mara } });
  expect(given.card?.text).toContain('已交给 Mara');
  await office.at('2026-09-17T10:00+08:00');
  const told = mara.chat.lastCard('Book the large room');
  expect(told.text).toContain('passed on to Mara');
  // What she may not is not offered to her.
  expect(told.actions.map(({ verb }) => verb)).not.toContain('pass-on-open');
  expect(channel.cards[0]?.text).toContain('Mara · 进行中');

  expect((await mara.presses(channel.cards[0] ?? form, 'pass-on-open')).message).toContain('Sorry');
  await office.staff.presses(channel.cards[0] ?? form, 'pass-on-open');
  const again = office.staff.chat.lastCard('现在由 Mara 负责');
  await office.staff.presses(again, 'pass-on-save', { inputs: { owner: lea } });
  await office.at('2026-09-18T10:00+08:00');
  expect(channel.cards[0]?.text).toContain(`${lea.name} · 进行中`);
  expect((await mara.presses(told, 'improvement-done')).message).toContain('somebody else');
  const late = await office.staff.presses(form, 'pass-on-save', { inputs: { owner: mara } });
  expect(late.message).toContain('已经');
});

test('what is done is handed on no more', async () => {
  await office.staff.presses(channel.cards[0] ?? expect.fail(), 'pass-on-open');
  const form = office.staff.chat.lastCard('换谁来负责');
  await lea.presses(lea.chat.lastCard('Book the large room'), 'improvement-done');
  await office.at('2026-09-18T11:00+08:00');
  expect(channel.cards[0]?.actions.map(({ verb }) => verb)).not.toContain('pass-on-open');
  const late = await office.staff.presses(form, 'pass-on-save', { inputs: { owner: mara } });
  expect(late.message).toContain('已经');
  const [improvement] = (await office.stores.improvements.recent()).filter(({ state }) => state === 'done');
  expect(improvement?.owner).toBe((await leaAsKept())?.id);
});
