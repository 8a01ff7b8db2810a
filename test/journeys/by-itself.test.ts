import { afterEach, expect, test } from 'vitest';
import { ticks } from '../../src/jobs/ticks.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { allAnswer, sellingCourse, t1Opens, t1Over } from '../support/selling-course.ts';
import type { Person } from '../support/teams-tenant/person.ts';

const offices: OfficeUnderTest[] = [];
let database: TestDatabase | undefined;
afterEach(async () => {
  for (const office of offices.splice(0).reverse()) await office.close();
  await database?.close();
  database = undefined;
});

/** The product's own ticks, by the real schedule, a dozen times as often. */
const scheduled = { schedule: ticks.map((tick) => ({ ...tick, everyMs: Math.min(tick.everyMs, 1000) })) };
test('the schedule alone carries a round from its opening to its result', async () => {
  const office = await startOffice({ parts: scheduled });
  offices.push(office);
  const channel = await office.chooseChannel('结果');
  const people: Person[] = [];
  const lines = [1, 2, 3, 4, 5].map((number) => participant(number, sellingCourse));
  for (const { name, email } of lines) people.push(await office.person({ name, email, locale: 'en-US' }));
  await office.imports(lines);
  office.clock.time = new Date(t1Opens);
  await office.tenant.waitFor(() => people.every(({ chat }) => chat.cards.length === 1));
  await allAnswer(people, rating(4));
  office.clock.time = new Date(t1Over);
  await office.tenant.waitFor(() => channel.lastCard('5 / 5'));
  await office.tenant.quiet(1500);
  expect(people.map(({ chat }) => chat.cards.length)).toEqual([1, 1, 1, 1, 1]);
  expect(channel.cards).toHaveLength(1);
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});

test('two processes at once do everything once', async () => {
  database = await openTestDatabase();
  const place = { kind: 'server', uri: database.uri, name: database.dbName } as const;
  const one = await startOffice({ database: place, parts: scheduled });
  offices.push(one);
  const { tenant, staff } = one;
  const channel = await one.chooseChannel('结果');
  const two = await startOffice({ database: place, parts: scheduled, tenant, staff });
  offices.push(two);
  const people: Person[] = [];
  const lines = Array.from({ length: 12 }, (_, index) => participant(index + 1, sellingCourse));
  for (const { name, email } of lines) people.push(await one.person({ name, email, locale: 'en-US' }));
  await Promise.all([one.imports(lines), two.imports(lines)]);
  for (const office of offices) office.clock.time = new Date(t1Opens);
  await tenant.waitFor(() => people.every(({ chat }) => chat.cards.length > 0));
  await allAnswer(people, rating(4));
  for (const office of offices) office.clock.time = new Date(t1Over);
  await tenant.waitFor(() => channel.lastCard('12 / 12'));
  await tenant.quiet(1500);
  expect(people.map(({ chat }) => chat.cards.length)).toEqual(Array(12).fill(1));
  expect(channel.cards).toHaveLength(1);
});
