import { afterAll, beforeAll, expect, it } from 'vitest';
import { daysToTellOf } from '../../../src/domain/sequels/tell-of-calendar.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';

let office: OfficeUnderTest;
beforeAll(async () => {
  office = await startOffice({ at: '2026-10-01T10:00+08:00' });
});
afterAll(() => office.close());

const told = (): string[] => office.staff.chat.texts.filter((text) => text.includes('只登记到'));

it('is a word from 90 days before on, monthly, then weekly, and monthly again once it is over', () => {
  const occasions = [...Array(200).keys()].map((day) => daysToTellOf(100 - day));
  expect(occasions.slice(0, 10)).toEqual(Array(10).fill(undefined));
  expect([...new Set(occasions.slice(10))]).toEqual([90, 60, 30, 23, 16, 9, 2, 0, -30, -60, -90]);
});

it('tells staff that the known holidays end, once for each occasion', async () => {
  await office.at('2026-10-01T10:00+08:00');
  expect(told()).toEqual([]);
  for (const day of ['10-09', '10-10', '10-12']) await office.at(`2026-${day}T10:00+08:00`);
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('2026年12月31日');
  await office.at('2026-11-09T10:00+08:00');
  expect(told()).toHaveLength(2);
  await office.at('2027-01-04T10:00+08:00');
  expect(told().at(-1)).toContain('已经过期');
});

it('is said in /status where a date rests on weekends alone, and nowhere else', async () => {
  const line = (training_code: string, end: string) => participant(1, { training_code, start: end, end });
  await office.imports([line('NEW-1', '2026-12-28'), line('OLD-1', '2026-08-03')]);
  await office.staff.says('/status NEW-1');
  expect(office.staff.chat.lastCard().text).toContain('只按周末推算');
  await office.staff.says('/status OLD-1');
  expect(office.staff.chat.lastCard().text).not.toContain('只按周末推算');
});
