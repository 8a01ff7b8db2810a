import { afterAll, beforeAll, expect, test } from 'vitest';
import { roundId, type TrainingCode } from '../../src/domain/kernel/ids.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// A course runs twice, and its room is found wanting twice. Told in order.

let office: OfficeUnderTest;
let channel: Channel;
let owner: Person;

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  owner = await office.person({ name: '郑欧', email: 'zheng.ou@example.com' });
  await allAnswer(await openCourse(office, 5), rating(5, { 'd3-venue': '2' }));
  await office.at(t1Over);
});
afterAll(async () => {
  await office?.close();
});

/** The next run of the course, answered by as many new people. */
const runAgain = async () => {
  const again = { training_code: 'SALES-27', title: 'Selling well, again' };
  const trainees: Person[] = [];
  const lines = [11, 12, 13, 14, 15, 16].map((number) =>
    participant(number, { ...again, start: '2026-09-10', end: '2026-09-11' }),
  );
  for (const { name, email } of lines) trainees.push(await office.person({ name, email, locale: 'en-US' }));
  await office.imports(lines);
  await office.at('2026-09-14T09:00+08:00');
  await allAnswer(trainees, rating(5, { 'd3-venue': '1' }));
  await office.at('2026-09-28T09:00+08:00');
};

test('the first run raises the issue, and somebody answers for it', async () => {
  const first = channel.lastCard('Selling well');
  await office.staff.presses(first, 'assign-open');
  const form = office.staff.chat.lastCard('交给谁来改进');
  const inputs = { owner, measure: '换一间教室', due: '2026-10-30' };
  await office.staff.presses(form, 'assign-save', { inputs });
  await office.at('2026-08-31T09:10+08:00');
  expect(channel.lastCard('Selling well').text).toContain('郑欧 · 已指定');
});

test('the second run finds the same: its card shows its own figures and who answers for it already', async () => {
  await runAgain();
  const second = channel.lastCard('Selling well, again');
  expect(second.text).toMatch(/培训场地[\s\S]*最多 2\/6 人满意/);
  expect(second.text).toContain('郑欧 · 已指定');
  expect(second.actions.map(({ verb }) => verb)).not.toContain('assign-open');
  const rounds = ['SALES-26', 'SALES-27'].map((code) => roundId(code as TrainingCode, 'T1', 1));
  const issues = await office.stores.issues.ofRounds(rounds);
  expect(issues.map(({ evidence }) => evidence.map(({ round, mean }) => [round, mean]))).toEqual([
    [
      // So low that only a limit is told and kept.
      ['SALES-26/T1/1', 12 / 5],
      ['SALES-27/T1/1', 13 / 6],
    ],
  ]);
  expect(await office.stores.improvements.recent()).toHaveLength(1);
});

test('what its owner does shows in the cards of both runs', async () => {
  await owner.presses(owner.chat.lastCard('改进'), 'improvement-started', { inputs: {} });
  await office.at('2026-09-28T09:10+08:00');
  const cards = channel.cards.filter(({ text }) => text.includes('培训场地'));
  expect(cards.map(({ text }) => text.includes('郑欧 · 进行中'))).toEqual([true, true]);
});
