import { afterAll, beforeAll, expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order. The first round is over on 2026-08-31, a Monday.

let office: OfficeUnderTest;
let channel: Channel;
let dora: Person;
let mara: Person;
let olaf: Person;
let trainees: Person[];

const colleague = (name: string) =>
  office.person({ name, email: `${name.toLowerCase()}@contoso.example`, locale: 'en-US' });
const hears = async (person: Person, said: string): Promise<string> => {
  await person.says(said);
  return person.chat.texts.at(-1) ?? '';
};

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  [mara, olaf, dora] = (await Promise.all(['Mara', 'Olaf', 'Dora'].map(colleague))) as [
    Person,
    Person,
    Person,
  ];
  trainees = await openCourse(office, 6);
  await openCourse(office, 6, { department: 'Service', manager_email: 'nora@contoso.example' }, 7);
  await allAnswer(trainees, rating(4, { 'd3-venue': '2' }));
  await office.at(t1Over);
});
afterAll(async () => {
  await office?.close();
});

test('whoever has no role has nobody to name', async () => {
  expect(await hears(dora, '/deputy Olaf until 2026-09-04')).toContain('Sorry');
  expect(await hears(office.staff, '待办')).toContain('只有学员可以这样做');
  expect(await hears(olaf, '/status SALES-26')).toContain('Sorry');
});

test('what cannot be meant is answered with what can', async () => {
  expect(await hears(mara, '/deputy')).toContain('Nobody stands in for you');
  expect(await hears(mara, '/deputy Olaf')).toContain('deputy Li Wei until');
  expect(await hears(mara, '/deputy Olaf until 2026-02-31')).toContain('could not read that date');
  expect(await hears(mara, '/deputy Olaf until 2026-08-30')).toContain('not ahead');
  expect(await hears(mara, '/deputy Olaf until 2028-08-30')).toContain('a year at most');
  expect(await hears(mara, '/deputy Mara until 2026-09-04')).toContain('Somebody else');
  expect(await hears(mara, '/deputy Nobody Known until 2026-09-04')).toContain('do not know');
});

test('a deputy is told, and may what the person may: for those days, and no longer', async () => {
  expect(await hears(office.staff, '代理 Olaf 从 9月1日 到 9月2日')).toContain('由 Olaf 代理您');
  await office.at('2026-08-31T10:00+08:00');
  expect(olaf.chat.lastCard().text).toContain('You stand in for 周敏');
  expect(olaf.chat.lastCard().text).toContain('training staff');
  expect(await hears(olaf, '/status SALES-26')).toContain('Sorry');
  await office.at('2026-09-01T09:00+08:00');
  await olaf.says('/status SALES-26');
  expect(olaf.chat.lastCard().text).toContain('Follow-up status');
  expect(await hears(olaf, '/deputy')).toContain('You stand in for: 周敏');
  // Nothing that outlasts those days.
  expect(await hears(olaf, '/role add staff olaf@contoso.example')).toContain('Sorry');
  expect(await hears(olaf, '/left dora@contoso.example')).toContain('Sorry');
  channel.team.members.push(olaf);
  await olaf.presses(channel.lastCard(), 'assign-open');
  expect(olaf.chat.lastCard().text).toContain('Who will improve this?');
  await office.at('2026-09-02T17:59+08:00');
  await olaf.says('/status SALES-26');
  expect(olaf.chat.lastCard().text).toContain('Follow-up status');
  await office.at('2026-09-03T00:00+08:00');
  expect(await hears(olaf, '/status SALES-26')).toContain('Sorry');
  const late = await olaf.presses(channel.lastCard(), 'assign-open');
  expect(late.message).toContain('Sorry');
});

test('a deputy of a deputy may nothing', async () => {
  await office.staff.says('代理 Olaf 到 2026-09-10');
  expect(await hears(olaf, '/deputy Dora until 2026-09-04')).toContain('Sorry');
  await mara.says('/deputy Dora until 2026-09-10');
  expect(await hears(dora, '/status SALES-26')).toContain('Sorry');
});

test('whoever stands in for a manager gets the report on that manager’s people, and on nobody else’s', async () => {
  await dora.says('/report Q3');
  expect(dora.chat.lastCard(/Q3 2026/).text).toContain('Covers the people of Mara (6)');
  expect(dora.chat.lastCard(/Q3 2026/).text).toContain('6 of 6');
  expect(await hears(dora, '/pending')).toContain('Sorry');
});

test('a department head gets the report on their department, and whoever also stands in chooses', async () => {
  await office.staff.says('角色 dora@contoso.example 部门负责人 Service');
  await dora.says('/report Q3');
  expect(dora.chat.lastCard(/Q3 2026/).text).toContain('Covers the people of Mara (6)');
  expect(dora.chat.lastCard(/Q3 2026/).text).toContain('report Service');
  await dora.says('/report service Q3');
  expect(dora.chat.lastCard(/Q3 2026/).text).toContain('Covers Service');
  expect(dora.chat.lastCard(/Q3 2026/).text).toContain('0 of 6');
  await office.staff.says('角色 移除 dora@contoso.example 部门负责人');
  await dora.says('/report Q3');
  expect(dora.chat.lastCard(/Q3 2026/).text).not.toContain('report Service');
});

test('staff news reach whoever stands in, and nobody once it is taken back', async () => {
  await office.imports([participant(30, { training_code: 'NEW-1' })]);
  await office.at('2026-09-03T09:00+08:00');
  expect(olaf.chat.lastCard().text).toContain('cannot be reached yet');
  expect(await hears(office.staff, '代理 取消')).toContain('Olaf 不再代理您');
  await office.at('2026-09-03T09:30+08:00');
  expect(olaf.chat.lastCard().text).toContain('You no longer stand in for 周敏');
  expect(await hears(olaf, '/status SALES-26')).toContain('Sorry');
  expect(await hears(office.staff, '代理')).toContain('现在没有人代理您');
});

test('naming somebody else takes the first one’s place, and both hear of it', async () => {
  await mara.says('/deputy Olaf until 2026-09-10');
  await office.at('2026-09-03T10:00+08:00');
  expect(dora.chat.lastCard().text).toContain('You no longer stand in for Mara');
  expect(olaf.chat.lastCard().text).toContain('You stand in for Mara');
  expect(await hears(dora, '/report Q3')).toContain('Sorry');
});

test('repeating it says it once more and tells nobody twice', async () => {
  const before = olaf.chat.cards.length;
  expect(await hears(mara, '/deputy Olaf until 2026-09-10')).toContain('Olaf stands in for you');
  await office.at('2026-09-03T10:30+08:00');
  expect(olaf.chat.cards).toHaveLength(before);
});

test('all of it is in the trail, by whom and for whom, without a name', async () => {
  const [mara] = await office.stores.people.named('mara');
  const [olaf] = await office.stores.people.named('olaf');
  if (mara === undefined || olaf === undefined) return expect.fail();
  const entries = await office.stores.trail.about('person', mara.id);
  expect(entries.map(({ what }) => what)).toEqual(['deputy-named', 'deputy-named']);
  expect(entries.at(-1)).toMatchObject({
    by: { who: { person: mara.id } },
    after: { person: olaf.id, from: '2026-09-03', until: '2026-09-10' },
  });
  expect(JSON.stringify(entries)).not.toMatch(/mara|olaf|dora/i);
});

test('a deputy who asks what waits for them is told for whom they stand in', async () => {
  await mara.says(`/deputy ${trainees[0]?.name} until 2026-09-04`);
  await trainees[0]?.says('/pending');
  expect(trainees[0]?.chat.lastCard().text).toContain('You stand in for: Mara. Send “help”');
  await trainees[1]?.says('/pending');
  expect(trainees[1]?.chat.lastCard().text).not.toContain('stand in');
});
