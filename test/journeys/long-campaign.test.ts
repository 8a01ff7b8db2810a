import { afterAll, beforeAll, expect, test } from 'vitest';
import { showProgress } from '../../src/domain/deliveries/show-progress.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sellingCourse } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';

// One story, told in order: of 200 people 150 work in Shanghai, 48 in London, and 2 have no account yet.

let office: OfficeUnderTest;
let channel: Channel;
const updates = (): number => office.tenant.counts.byOperation.update ?? 0;
/** The bar as people see it. */
const bar = (): string =>
  channel
    .lastCard()
    .texts.filter((text) => /^[█░]+$/.test(text))
    .join('');
const barOf = (full: number): string => '█'.repeat(full) + '░'.repeat(20 - full);

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('Results');
  const lines = Array.from({ length: 200 }, (_, index) => participant(index + 1, sellingCourse));
  for (const [index, { name, email }] of lines.slice(0, 198).entries()) {
    await office.person({ name, email, ...(index < 150 ? {} : { timezone: 'Europe/London' }) });
  }
  await office.imports(lines);
  const small = { ...sellingCourse, training_code: 'SMALL-1', title: 'Writing well', instructor_emails: '' };
  await office.imports([901, 902, 903].map((number) => participant(number, small)));
});
afterAll(async () => {
  await office?.close();
});

test('a long campaign has one card in the channel, with a bar; a small one has none', async () => {
  await office.at('2026-08-17T09:00+08:00');
  expect(channel.cards).toHaveLength(1);
  const { text } = channel.lastCard('Selling well');
  expect(text).toContain('已发给 150 人，共 200 人');
  expect(text).toMatch(/等待发送\n48\n联系不上\n2/);
  // Nine o'clock in London.
  expect(text).toContain('8月17日（周一）09:00 开始，预计 16:00 前后发完');
  expect(bar()).toBe(barOf(15));
});

test('while nothing changes the card is left alone', async () => {
  const before = updates();
  await office.at('2026-08-17T12:00+08:00');
  expect(updates()).toBe(before);
});

test('its bar grows in place until all is sent, and says so', async () => {
  await office.at('2026-08-17T16:00+08:00');
  expect(channel.cards).toHaveLength(1);
  const { text } = channel.lastCard();
  expect(text).toContain('已发给 198 人，共 200 人');
  expect(text).toContain('能发的都发完了');
  expect(text).not.toContain('等待发送');
  expect(bar()).toBe(barOf(19));
});

test('what is over is not shown again, however many processes look', async () => {
  const before = updates();
  const looks = await Promise.all([1, 2, 3].map(() => showProgress(office.running.deps)));
  await office.at('2026-08-18T09:00+08:00');
  expect(looks).toEqual([0, 0, 0]);
  expect(updates()).toBe(before);
  expect(channel.cards).toHaveLength(1);
});

test('the card names nobody, and Teams takes it as it is', () => {
  expect(channel.lastCard().text).not.toMatch(/Person \d|contoso/);
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});
