import { afterAll, beforeAll, expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant, type RosterLine } from '../support/roster-lines.ts';
import { allAnswer, openCourse, sellingCourse, t1Over } from '../support/selling-course.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order. What is due at night waits for the morning, and much may change before.

let office: OfficeUnderTest;
let ines: Person;
let ivo: Person;
let bo: Person;

const colleague = (name: string) =>
  office.person({ name, email: `${name.toLowerCase()}@contoso.example`, locale: 'en-US' });
const lines = (changes: Partial<RosterLine>): RosterLine[] =>
  [1, 2, 3, 4, 5, 6].map((number) => participant(number, { ...sellingCourse, ...changes }));
/** Kind, person and state of what was to be said to somebody. */
const deliveriesTo = async (person: Person, kind: string) => {
  const [found] = await office.stores.people.named(person.email);
  const stored = office.running.office.database.collection('deliveries');
  return (await stored.find({ kind, 'recipient.person': found?.id ?? '' }).toArray()).map(
    ({ state }) => state,
  );
};

beforeAll(async () => {
  office = await startOffice();
  [ines, ivo, bo] = (await Promise.all(['Ines', 'Ivo', 'Bo'].map(colleague))) as [Person, Person, Person];
});
afterAll(async () => {
  await office?.close();
});

test('a staff member whose role is taken before the morning gets no staff news, and the others do', async () => {
  await office.staff.says('角色 添加 管理员 bo@contoso.example');
  await office.at('2026-08-14T20:00+08:00');
  await office.imports([participant(30, { training_code: 'NEW-1' })]);
  await office.staff.says('角色 移除 管理员 bo@contoso.example');
  const before = bo.chat.messages.length;
  await office.at('2026-08-17T09:00+08:00');
  expect(office.staff.chat.lastCard().text).toContain('暂时联系不上');
  expect(bo.chat.messages).toHaveLength(before);
  expect(await deliveriesTo(bo, 'roster-gaps')).toEqual(['obsolete']);
});

test('an instructor corrected away before the result is sent gets none, and the one named instead does', async () => {
  await ines.says('/help');
  const trainees = await openCourse(office, 6);
  await allAnswer(trainees, rating(4));
  await office.at('2026-08-29T00:30+08:00');
  expect(await deliveriesTo(ines, 'instructor-result')).toEqual(['planned']);
  await office.imports(lines({ instructor_emails: 'ivo@contoso.example' }));
  const before = ines.chat.messages.length;
  await office.at(t1Over);
  expect(ines.chat.messages).toHaveLength(before);
  expect(await deliveriesTo(ines, 'instructor-result')).toEqual(['obsolete']);
  expect(ivo.chat.lastCard().text).toContain('Selling well');
});

test('an instructor named after the result is out gets it too, once', async () => {
  const uma = await colleague('Uma');
  await office.imports(lines({ instructor_emails: 'ivo@contoso.example; uma@contoso.example' }));
  await office.imports(lines({ instructor_emails: 'ivo@contoso.example; uma@contoso.example' }));
  await office.at('2026-08-31T10:00+08:00');
  expect(uma.chat.cards).toHaveLength(1);
  expect(uma.chat.lastCard().text).toContain('Selling well');
  expect(ivo.chat.cards.filter(({ text }) => text.includes('Selling well'))).toHaveLength(1);
});

test('whoever was an instructor is shown nothing of a later revision, and whoever is, is', async () => {
  await office.imports(lines({ instructor_emails: 'uma@contoso.example' }));
  const deliveries = office.running.office.database.collection('deliveries');
  const results = { kind: 'instructor-result' };
  await deliveries.updateMany(results, { $set: { behind: true }, $inc: { wantedRevision: 1 } });
  await office.at('2026-08-31T10:30+08:00');
  const came = await deliveries.find(results).toArray();
  const lastOf = async (name: string) => {
    const [person] = await office.stores.people.named(name);
    return came.find(({ recipient }) => recipient.person === person?.id)?.attempts.at(-1).outcome;
  };
  expect(await Promise.all(['ines', 'ivo', 'uma'].map(lastOf))).toEqual(['obsolete', 'obsolete', 'sent']);
});
