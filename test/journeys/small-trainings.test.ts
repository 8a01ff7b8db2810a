import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAll, rating } from '../support/answer-questionnaire.ts';
import { byTest } from '../support/by-test.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { openCourse, t1Over, t2Over } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
let channel: Channel;
let max: Person;
const small = ['SALES-A', 'SALES-B', 'SALES-C'];
/** After the holidays that follow the quarter. */
const quarterOver = '2026-10-09T09:30+08:00';

beforeAll(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  max = await office.person({ name: 'Max', email: 'max@contoso.example', locale: 'en-US' });
  await office.staff.says('/role management max@contoso.example');
  for (const [at, code] of small.entries()) {
    const trainees = await openCourse(
      office,
      4,
      { training_code: code, title: `Selling, ${code}` },
      at * 4 + 1,
    );
    for (const [one, trainee] of trainees.entries()) {
      const said = { 'd3-venue': '2', 'd5-suggestion': `Wish ${at}${one}` };
      await answerAll(trainee, trainee.chat.lastCard('1 of'), rating(one === 0 ? 5 : 4, said));
    }
  }
  await office.at(t1Over);
  await office.at(t2Over);
});
afterAll(async () => {
  await office?.close();
});

const together = (): readonly unknown[] => channel.cards.filter(({ text }) => text.includes('合并结果'));

test('trainings of four say nothing by themselves, nor together while their quarter goes on', async () => {
  for (const code of small) expect(channel.lastCard(`Selling, ${code}`).text).not.toMatch(/\d\.\d\d|Wish/);
  await office.at('2026-09-30T17:00+08:00');
  await office.staff.says('/report Q3');
  expect(office.staff.chat.lastCard('第三季度').text).not.toContain('合在一起');
  expect(together()).toEqual([]);
});

test('after the quarter the channel gets what they said together, once, with what is weak and a few comments', async () => {
  await office.at(quarterOver);
  await office.at(quarterOver);
  expect(together()).toHaveLength(1);
  const { text, actions } = channel.lastCard('合并结果');
  expect(text).toContain('Selling well');
  expect(text).toContain('3 个小培训合在一起');
  expect(text).toContain('12 / 12');
  expect(text).toContain('培训场地');
  expect(text.match(/Wish/g)).toHaveLength(3);
  expect(actions.map(({ verb }) => verb)).toEqual(['comments-open']);
  await office.staff.presses(channel.lastCard('合并结果'), 'comments-open');
  expect(office.staff.chat.lastCard('留言 ·').text.match(/Wish/g)).toHaveLength(12);
});

test('the report has a line for the course, in either language, and none of it is a single training’s', async () => {
  await office.staff.says('/report Q3');
  await max.says('/report Q3');
  const [zh, en] = [office.staff.chat.lastCard('第三季度').text, max.chat.lastCard('Q3 2026').text];
  expect(zh).toContain('培训初步印象 · 3 个小培训合在一起 · 满意 100%（12 人作答）');
  expect(en).toContain(
    'First impressions · 3 small trainings together · satisfied 100% (12 people answered)',
  );
  for (const text of [zh, en]) {
    const lines = text.split('\n').filter((line) => /(已结束|closed)/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => /满意|satisfied/.test(line))).toEqual([]);
  }
});

test('management reads no comments of it; whoever withdraws afterwards changes nothing', async () => {
  const report = max.chat.lastCard('Q3 2026');
  expect(report.actions.map(({ verb }) => verb)).not.toContain('comments-open');
  const before = channel.lastCard('合并结果').text;
  const [pool] = await office.stores.pools.ofQuarters(['2026-07-01']);
  const [visit] = await office.stores.visits.ofRound(pool?.rounds[0] ?? ('' as never));
  if (visit === undefined) throw new Error('nobody');
  await office.stores.visits.markExcused(visit.id, 'withdrawn', byTest);
  await office.at('2026-10-12T09:30+08:00');
  expect(channel.lastCard('合并结果').text).toBe(before);
  expect(together()).toHaveLength(1);
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'error')).toEqual([]);
});
