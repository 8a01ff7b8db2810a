import { afterAll, beforeAll, expect, test } from 'vitest';
import { whose } from '../../src/domain/followups/visit.ts';
import type { AccountKey, TrainingCode } from '../../src/domain/kernel/ids.ts';
import { byTest } from '../support/by-test.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { openCourse } from '../support/selling-course.ts';
import { fault } from '../support/teams-tenant/fault.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order. The directory gives everybody another domain, twice; nobody says a word to the bot meanwhile.

let office: OfficeUnderTest;
let trainees: Person[];
let known: number;

const moveTo = (domain: string): void => {
  for (const person of trainees) {
    const [name = ''] = person.email.split('@');
    Object.assign(person, { email: `${name}@${domain}`, userPrincipalName: `${name}@${domain}` });
  }
};
const lines = (code: string, domain: string, end: string) =>
  [1, 2, 3].map((number) =>
    participant(number, {
      ...{ training_code: code, title: `Run ${code}`, start: end, end },
      ...{ email: `person${number}@${domain}`, instructor_emails: '', manager_email: '' },
    }),
  );
const peopleOf = async (emails: readonly string[]) =>
  (await office.stores.people.byEmails(emails)).map(({ id }) => id).toSorted();
const asked = (): number => office.tenant.log.filter(({ operation }) => operation.kind === 'member').length;
const countPeople = () =>
  office.running.office.database.collection('people').countDocuments({ sameAs: { $exists: false } });

beforeAll(async () => {
  office = await startOffice();
  trainees = await openCourse(office, 3, { manager_email: '', instructor_emails: '' });
  known = await countPeople();
});
afterAll(async () => {
  await office?.close();
});

test('a day later everybody’s new address is known, and the old one is still theirs', async () => {
  const before = await peopleOf(trainees.map(({ email }) => email));
  moveTo('fabrikam.example');
  await office.at('2026-08-18T08:00+08:00');
  expect(await peopleOf(trainees.map(({ email }) => email))).toEqual([]);
  await office.at('2026-08-18T09:30+08:00');
  expect(await peopleOf(trainees.map(({ email }) => email))).toEqual(before);
  expect(await peopleOf([1, 2, 3].map((number) => `person${number}@contoso.example`))).toEqual(before);
  await office.imports(lines('NEW-1', 'fabrikam.example', '2026-08-18'));
  expect(await countPeople()).toBe(known);
});

test('nobody is looked up twice a day', async () => {
  const before = asked();
  await office.at('2026-08-18T10:00+08:00');
  await office.at('2026-08-18T18:00+08:00');
  expect(asked()).toBe(before);
});

test('a roster that comes first, and matches nobody, has everybody looked up soon: each is one person, asked once', async () => {
  await office.at('2026-08-19T09:00+08:00');
  const cards = trainees.map(({ chat }) => chat.cards.length);
  const before = await peopleOf(trainees.map(({ email }) => email));
  moveTo('northwind.example');
  await office.imports(lines('NEW-1', 'northwind.example', '2026-08-18'));
  expect(await countPeople()).toBe(known + 3);
  await office.at('2026-08-19T09:10+08:00');
  expect(await countPeople()).toBe(known);
  expect(await peopleOf(trainees.map(({ email }) => email))).toEqual(before);
  await office.at('2026-08-19T09:20+08:00');
  expect(trainees.map(({ chat }) => chat.cards.length)).toEqual(cards);
  const [round] = await office.stores.rounds.ofTraining('NEW-1' as TrainingCode);
  const visits = round === undefined ? [] : await office.stores.visits.ofRound(round.id);
  const counting = visits.filter(({ excuse }) => excuse !== 'withdrawn');
  expect(counting.map(whose).toSorted()).toEqual(before);
  expect(await office.stores.accounts.questioned()).toEqual([]);
});

test('an address that is somebody else’s stays theirs, and the staff are asked', async () => {
  const [mei, tom] = trainees;
  if (mei === undefined || tom === undefined) return expect.fail();
  const toms = await peopleOf([tom.email]);
  Object.assign(mei, { email: tom.email });
  await office.at('2026-08-20T10:00+08:00');
  expect(await peopleOf([tom.email])).toEqual(toms);
  const [question] = await office.stores.accounts.questioned();
  expect([question?.parts.aadObjectId, question?.question?.why]).toEqual([mei.aadObjectId, 'also-of']);
  await mei.says('/pending');
  expect(mei.chat.lastCard().text).toContain('Run NEW-1');
});

test('somebody of whom more is known than a line of a roster is not made one with anybody', async () => {
  const lea = await office.person({ name: 'Lea', email: 'lea@contoso.example', locale: 'en-US' });
  await lea.says('/help');
  const other = await office.stores.people.appear('lea@fabrikam.example', 'Lea');
  await office.stores.people.grant(other.id, { role: 'trainingStaff' }, byTest);
  Object.assign(lea, { email: 'lea@fabrikam.example' });
  await office.at('2026-08-21T11:00+08:00');
  await lea.says('/role');
  expect(lea.chat.texts.at(-1)).toContain('Sorry');
  const asking = (await office.stores.accounts.questioned()).map(({ parts }) => parts.aadObjectId);
  expect(asking).toContain(lea.aadObjectId);
});

test('who asks Teams too much waits, and goes on where it was; so many are asked at once', async () => {
  const account = (await office.stores.accounts.questioned())[0];
  if (account === undefined) return expect.fail();
  for (let number = 1; number <= 40; number += 1)
    await office.stores.accounts.saw({
      ...{ channel: account.channel, key: `somebody/${number}` as AccountKey, seenAt: office.clock.now() },
      parts: { ...account.parts, aadObjectId: `gone-${number}`, mri: `29:gone-${number}` },
      ...(account.address === undefined ? {} : { address: account.address }),
    });
  office.tenant.faults.next(1, fault.throttle(), { operation: 'member' });
  const counts = [asked()];
  for (const minute of [0, 1, 2, 3]) {
    await office.at(`2026-08-24T09:0${minute}+08:00`);
    counts.push(asked());
  }
  const steps = counts.slice(1).map((count, index) => count - (counts[index] ?? 0));
  expect(steps).toEqual([1, 25, 20, 0]);
});

test('nothing went wrong on the way', () => {
  expect(office.log.filter(({ level }) => level === 'error')).toEqual([]);
});
