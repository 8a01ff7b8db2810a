import { afterAll, beforeAll, expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sayAbsent } from '../support/say-absent.ts';
import { allAnswer, openCourse, sellingCourse, t1Over } from '../support/selling-course.ts';
import type { Person } from '../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
let entries: Record<string, unknown>[];
const typed = ['Nothing but slides all morning', 'Book the large room', 'Two rooms are found'];
const secret = 'Sales Asia Pacific';

const kinds = (): string[] => [...new Set(entries.map(({ what }) => String(what)))].sort();
const what = (kind: string) => entries.filter((entry) => entry.what === kind);
/** Every text anywhere in a value, names of fields left out. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

// A whole story, once through everything that is written down.
beforeAll(async () => {
  office = await startOffice();
  const channel = await office.chooseChannel('结果');
  const mara = await office.person({ name: 'Mara Berg', email: 'mara@contoso.example', locale: 'en-US' });
  await office.person({ name: 'Ines Kurz', email: 'ines@contoso.example', locale: 'en-US' });
  const trainees = await openCourse(office, 8, { department: secret });
  const [absent, lea] = trainees.slice(6) as [Person, Person];
  const opinion = rating(4, { 'd3-venue': '2', 'd5-suggestion': typed[0] ?? '' });
  await allAnswer(trainees.slice(0, 6), opinion);
  await sayAbsent(absent);
  await absent.presses(absent.chat.lastCard(), 'attended');
  const line = (number: number, withdrawn: string) =>
    participant(number, { ...sellingCourse, department: secret, withdrawn });
  await office.imports([line(7, 'yes')]);
  await office.imports([{ ...line(7, 'no'), manager_email: 'olaf@contoso.example', title: 'Selling anew' }]);
  await office.staff.says(`角色 mara@contoso.example 部门负责人 ${secret}`);
  await office.staff.says(`角色 添加 管理员 ${lea.email}`);
  await mara.says(`/deputy ${lea.email} until 2026-12-31`);
  await office.at(t1Over);
  await office.staff.presses(channel.lastCard(), 'assign-open');
  const inputs = { owner: lea, measure: typed[1] ?? '', due: '2026-09-30' };
  await office.staff.presses(office.staff.chat.lastCard('交给谁来改进'), 'assign-save', { inputs });
  await office.at('2026-08-31T10:00+08:00');
  await lea.presses(lea.chat.lastCard('Book'), 'improvement-started', {
    inputs: { comment: typed[2] ?? '' },
  });
  await office.staff.says(`离职 ${lea.email}`);
  await office.staff.presses(office.staff.chat.lastCard(), 'left-confirm');
  await office.staff.says(`离职 ${lea.email} 撤销`);
  await office.at('2026-08-31T11:00+08:00');
  entries = await office.running.office.database.collection('trail').find().toArray();
});
afterAll(async () => {
  await office?.close();
});

test('everything of a whole story that is to be written down is', () => {
  expect(kinds()).toEqual(
    [
      'account-attached',
      'department-address-chosen',
      'deputy-ended',
      'deputy-named',
      'enrolment-moved',
      'enrolment-returned',
      'enrolment-withdrawn',
      'improvement-assigned',
      'improvement-moved',
      'improvement-passed-on',
      'issue-advanced',
      'issue-raised',
      'person-left',
      'person-returned',
      'role-given',
      'round-announced',
      'round-closed',
      'round-opened',
      'round-planned',
      'roster-applied',
      'training-added',
      'training-changed',
      'visit-excused',
      'visit-reinstated',
    ].sort(),
  );
});

test('nobody’s name or address, no answer, and nothing anybody typed stands in it', async () => {
  const people = await office.running.office.database.collection('people').find().toArray();
  const accounts = await office.running.office.database.collection('accounts').find().toArray();
  const theirs = [...people, ...accounts].flatMap(({ name, email, emails = [], aadObjectId, mri }) => [
    name,
    email,
    ...emails,
    aadObjectId,
    mri,
  ]);
  // Long enough, or of letters that are in no random id: what is found is no chance.
  const forbidden = [...theirs, ...typed, secret, 'Selling', 'contoso', '@', '29:']
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .map((text) => text.toLowerCase());
  expect(forbidden.length).toBeGreaterThan(40);
  expect(forbidden.filter((text) => /^[\w-]{1,6}$/.test(text))).toEqual([]);
  const held = entries.flatMap(textsIn).map((text) => text.toLowerCase());
  expect(held.filter((text) => forbidden.some((one) => text.includes(one)))).toEqual([]);
  // Whatever is a text is short and of letters that ids, states, dates and digests are made of.
  expect(held.filter((text) => text.length > 70 || !/^[\w.:|/@+=-]+( [\w-]{16})?$/.test(text))).toEqual([]);
});

test('nobody’s answering is in it, only that the round was opened and closed', () => {
  expect(what('round-opened')).toHaveLength(1);
  expect(what('round-closed')).toHaveLength(1);
  expect(entries.filter(({ about }) => (about as { kind: string }).kind === 'visit')).toHaveLength(
    what('visit-excused').length + what('visit-reinstated').length,
  );
  expect(what('visit-excused').length).toBeLessThanOrEqual(5);
});

test('each entry says by whom: a person by their id, the command line, or the product by what it was doing', () => {
  const whoOf = (kind: string) => what(kind).map(({ who }) => Object.entries(who as object)[0]);
  expect(whoOf('round-opened')).toEqual([['product', 'opening']]);
  expect(whoOf('round-closed')).toEqual([['product', 'closing']]);
  expect(whoOf('round-announced')).toEqual([['product', 'announcing']]);
  expect(new Set(whoOf('roster-applied').map((who) => who?.[0]))).toEqual(new Set(['commandLine']));
  expect(new Set(whoOf('account-attached').map((who) => who?.[1]))).toEqual(new Set(['matching']));
  expect(whoOf('improvement-assigned').map((who) => who?.[0])).toEqual(['person']);
});

test('a roster’s note says which import it was and what it brought', () => {
  expect(what('roster-applied').map(({ after }) => after)).toMatchObject([
    { new: 8, changed: 0, unchanged: 0 },
    { new: 0, changed: 1, unchanged: 0 },
    { new: 0, changed: 1, unchanged: 0 },
  ]);
});

test('nothing waits in any record once it is moved', async () => {
  const { database } = office.running.office;
  for (const { name } of await database.listCollections())
    expect(await database.collection(name).findOne({ entries: { $exists: true } })).toBeNull();
});
