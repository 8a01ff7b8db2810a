import { afterAll, beforeAll, expect, test } from 'vitest';
import { nothingTyped } from '../../src/wording/improvement-words.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { everythingIn } from '../support/everything-in.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// One story, told in order: each test goes on where the one before it stopped.

let office: OfficeUnderTest;
let channel: Channel;
let owner: Person;
let colleague: Person;
/** The form, as a second device still shows it. */
let formBefore: SeenCard;
const measure = '下次换到三楼的大教室，并提前一天布置';

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  owner = await office.person({ name: '郑欧', email: 'zheng.ou@example.com' });
  colleague = await office.person({ name: '何禾', email: 'he.he@example.com' });
  const trainees = await openCourse(office, 5);
  await allAnswer(trainees, rating(4, { 'd3-venue': '2', 'd1-practical': '1' }));
  await office.at(t1Over);
});
afterAll(async () => {
  await office?.close();
});

const form = (): SeenCard => office.staff.chat.lastCard('交给谁来改进');

test('"Assign" in the channel brings the form to the presser’s own chat, the weakest issue first', async () => {
  const result = channel.lastCard('Selling well');
  expect(result.text.indexOf('内容实用性')).toBeLessThan(result.text.indexOf('培训场地'));
  const pressed = await office.staff.presses(result, 'assign-open', { nth: 1 });
  expect(pressed.message).toContain('聊天');
  expect(form().text).toContain('培训场地');
  expect(channel.cards).toHaveLength(1);
});

test('what does not fit in the form is said at its field, and nothing typed is lost', async () => {
  const wrong = { owner: colleague, measure: '   ', due: '2026-08-01' };
  const refused = (await office.staff.presses(form(), 'assign-save', { inputs: wrong, unchecked: true }))
    .card;
  expect(refused?.inputs.find(({ id }) => id === 'owner')?.value).toBe(colleague.aadObjectId);
  expect(refused?.inputs.find(({ id }) => id === 'due')?.value).toBe('2026-08-01');
  const late = { measure, due: '2026-08-01' };
  const again = (await office.staff.presses(form(), 'assign-save', { inputs: late, unchecked: true })).card;
  expect(again?.inputs.find(({ id }) => id === 'measure')?.value).toBe(measure);
  expect(office.tenant.sentTo(colleague)).toHaveLength(1);
});

test('the owner is told, and the channel’s card shows owner and state in place', async () => {
  const inputs = { owner, measure, due: '2026-09-10' };
  formBefore = form();
  const saved = (await office.staff.presses(form(), 'assign-save', { inputs })).card;
  expect(saved?.text).toContain('已交给郑欧');
  await office.at('2026-08-31T09:10+08:00');
  expect(owner.chat.lastCard('改进').text).toContain(measure);
  expect(channel.cards).toHaveLength(1);
  expect(channel.lastCard().text).toContain('郑欧 · 已指定');
  expect(channel.lastCard().actions.map(({ verb }) => verb)).toEqual(['assign-open', 'pass-on-open']);
});

test('an issue has one owner: whoever assigns it again is told so', async () => {
  const again = await office.tenant.repeatLastInvoke();
  expect(JSON.stringify(again.body)).toContain('已交给郑欧');
  const old = await office.staff.presses(channel.cards[0] ?? form(), 'assign-open', {
    tamper: (data) => ({ ...data, issue: String(data.issue).replace('d1-practical', 'd3-venue') }),
  });
  expect(old.message ?? old.error?.message).toContain('已经');
  const second = { owner: colleague, measure: '别的办法', due: '2026-09-20' };
  const overwritten = await office.staff.presses(formBefore, 'assign-save', { inputs: second });
  expect(overwritten.message).toContain('已经');
  expect((await office.stores.improvements.recent()).map(({ measure }) => measure)).toEqual([measure]);
  await office.at('2026-08-31T09:20+08:00');
  expect(office.tenant.sentTo(colleague)).toHaveLength(1);
  expect(channel.lastCard().text).toContain('郑欧 · 已指定');
});

test('the owner says how it goes, and the channel sees the state at once', async () => {
  const card = owner.chat.lastCard('改进');
  const started = (await owner.presses(card, 'improvement-started', { inputs: { comment: '教室订好了' } }))
    .card;
  expect(started?.text).toContain('教室订好了');
  await office.at('2026-09-01T09:00+08:00');
  expect(channel.lastCard().text).toContain('郑欧 · 进行中');
});

test('a comment without a word is answered with a hint, and changes nothing', async () => {
  const before = await everythingIn(office);
  const card = owner.chat.lastCard('改进');
  const hinted = (await owner.presses(card, 'improvement-comment', { inputs: { comment: ' ' } })).card;
  expect(hinted?.text).toContain(nothingTyped.zh);
  expect(hinted?.text).toContain('教室订好了');
  expect(await everythingIn(office)).toBe(before);
});

test('on the due day the owner is reminded, once', async () => {
  const cards = () => owner.chat.cards.length;
  await office.at('2026-09-09T09:00+08:00');
  expect(cards()).toBe(1);
  await office.at('2026-09-10T09:00+08:00');
  await office.at('2026-09-10T15:00+08:00');
  await office.at('2026-09-11T09:00+08:00');
  expect(cards()).toBe(2);
});

test('done is done: shown in the channel and counted in the report, nobody is reminded any more', async () => {
  await owner.presses(owner.chat.lastCard(), 'improvement-done', { inputs: { comment: '已换教室' } });
  await office.at('2026-09-15T09:00+08:00');
  await office.at('2026-09-22T09:00+08:00');
  expect(channel.lastCard('初步印象').text).toContain('郑欧 · 已完成');
  expect(channel.lastCard('效果回访').text).toContain('人数不足');
  expect(owner.chat.cards).toHaveLength(2);
  await office.staff.says('报告 第三季度');
  expect(office.staff.chat.lastCard('季度').text).toContain('已完成 1 项');
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});
