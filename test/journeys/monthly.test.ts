import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishFolder } from '../../src/documents/questionnaires/publish-folder.ts';
import { builtInFolder } from '../../src/documents/questionnaires/questionnaire-folder.ts';
import { roundId, type TrainingCode } from '../../src/domain/kernel/ids.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { allAnswer } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// The organisation writes a questionnaire for T3, which the product has none for: that is all a kind of visit needs.
// From 3 August to 16 October: months end on 2 September and 2 October. Told in order.

let folder: string;
let office: OfficeUnderTest;
let channel: Channel;
let trainees: Person[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'questionnaires-'));
  const asked = await readFile(join(builtInFolder, 't1.v1.yaml'), 'utf8');
  const monthly = asked
    .replace('id: t1\n', 'id: monthly\n')
    .replace('{ kind: T1 }', '{ kind: T3 }')
    .replace('{ zh: 培训初步印象, en: First impressions }', '{ zh: 定期回访, en: How it is going }');
  await writeFile(join(folder, 'monthly.v1.yaml'), monthly);
  expect(publishFolder(folder)).toEqual({ published: ['monthly.v1.yaml'] });
  office = await startOffice({ questionnairesFolder: folder });
  channel = await office.chooseChannel('结果');
  const lines = [1, 2, 3, 4, 5, 6].map((number) =>
    participant(number, { length: 'long', start: '2026-08-03', end: '2026-10-16' }),
  );
  trainees = [];
  for (const { name, email } of lines) trainees.push(await office.person({ name, email, locale: 'en-US' }));
  await office.imports(lines);
});
afterAll(async () => {
  await office?.close();
  await rm(folder, { recursive: true, force: true });
});

const [asked, others] = [() => trainees.slice(0, 5), () => trainees.slice(5)];

test('a long training is planned month by month, and staff see which is which', async () => {
  const rounds = await office.stores.rounds.ofTraining('SALES-26' as TrainingCode);
  expect(rounds.map(({ id, dueDate }) => [id, dueDate])).toEqual([
    ['SALES-26/T3/1', '2026-09-09'],
    ['SALES-26/T3/2', '2026-10-09'],
  ]);
  await office.staff.says('/status SALES-26');
  expect(office.staff.chat.lastCard().text).toMatch(/定期回访 · 第 1 个月[\s\S]*定期回访 · 第 2 个月/);
});

test('the questionnaire, what waits and the reminder say which month they are about', async () => {
  await office.at('2026-09-03T09:00+08:00');
  const [person] = others();
  expect(person?.chat.lastCard().text).toContain('Training follow-up · Month 1 · page 1 of 4');
  await person?.says('/pending');
  expect(person?.chat.lastCard().text).toContain('How it is going · Month 1');
  await allAnswer(asked(), rating(5, { 'd3-slots': '2' }));
  await office.at('2026-09-08T09:00+08:00');
  expect(person?.chat.lastCard().text).toContain('Training follow-up · Month 1');
});

test('the result and the report name the month', async () => {
  await office.at('2026-09-10T09:00+08:00');
  expect(channel.lastCard().text).toContain('定期回访 · 第 1 个月');
  await office.staff.says('/report Q3');
  expect(office.staff.chat.lastCard().text).toContain('定期回访 · 第 1 个月');
});

test('what the second month finds joins the issue of the first', async () => {
  await office.at('2026-10-08T09:00+08:00'); // the first working day after the holidays
  await allAnswer(trainees, rating(5, { 'd3-slots': '1' }));
  await office.at('2026-10-10T09:00+08:00');
  const second = channel.lastCard();
  expect(second.text).toMatch(/定期回访 · 第 2 个月[\s\S]*最多 2\/6 人满意/);
  const rounds = [1, 2].map((month) => roundId('SALES-26' as TrainingCode, 'T3', month));
  const issues = await office.stores.issues.ofRounds(rounds);
  expect(issues.map(({ evidence }) => evidence.map(({ round, n, mean }) => [round, n, mean]))).toEqual([
    [
      // So low that only a limit is told and kept.
      [rounds[0], 5, 12 / 5],
      [rounds[1], 6, 13 / 6],
    ],
  ]);
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});
