import { expect, test } from 'vitest';
import { checkRoster } from '../../../src/domain/rosters/check-roster.ts';
import { participant, type RosterLine, rosterTable } from '../../support/roster-lines.ts';

const check = (lines: readonly RosterLine[]) => checkRoster(rosterTable(lines), 'Asia/Shanghai');

test('the same words in other capitals, widths and spaces are no contradiction: most lines, or the first, say how they are spelt', () => {
  const { rows, problems } = check([
    participant(1, { title: 'selling well,autumn', course: '销售技巧（一）' }),
    participant(2, { title: 'Selling Well, Autumn', course: '销售技巧(一)' }),
    participant(3, { title: 'Selling Well, Autumn', course: '销售技巧（ 一）' }),
  ]);
  expect(problems).toEqual([]);
  expect(new Set(rows.map(({ title }) => title))).toEqual(new Set(['Selling Well, Autumn']));
  expect(new Set(rows.map(({ course }) => course))).toEqual(new Set(['销售技巧（一）']));
});

test('somebody in two trainings has one spelling, and twice in one training is once', () => {
  const other = { training_code: 'OTHER', title: 'Other', course: 'Other' };
  const { rows, problems } = check([
    participant(1, { name: '李 伟' }),
    participant(1, { name: '李伟', ...other }),
    participant(1, { name: '李伟', ...other, department: 'SALES' }),
  ]);
  expect(problems).toEqual([]);
  expect(rows.map(({ code, name }) => [code, name])).toEqual([
    ['SALES-26', '李伟'],
    ['OTHER', '李伟'],
  ]);
});

test('other words are a contradiction, told as the cells have them', () => {
  const { problems } = check([participant(1, { withdrawn: 'Yes' }), participant(1, { withdrawn: '否' })]);
  expect(problems).toMatchObject([
    { line: 2, code: 'person-twice', value: 'Yes', details: { other: '否' } },
    { line: 3, code: 'person-twice', value: '否', details: { other: 'Yes' } },
  ]);
});
