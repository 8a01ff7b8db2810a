import { describe, expect, test } from 'vitest';
import { columnNamed, meaningOfHeading, plainHeading } from '../../../src/domain/rosters/heading-meaning.ts';
import { shapeOf } from '../../../src/domain/rosters/heading-memory.ts';
import { headingRow } from '../../../src/domain/rosters/heading-row.ts';
import synonyms from '../../../src/domain/rosters/roster-headings.json' with { type: 'json' };

test('every heading means one thing', () => {
  const all = Object.values(synonyms).flatMap((ranks) => Object.values(ranks).flat().map(plainHeading));
  expect(all.filter((heading, index) => all.indexOf(heading) !== index)).toEqual([]);
  expect(all.filter((heading) => heading === '')).toEqual([]);
});

test.each([
  ['Work Email', 'email'],
  ['E-mail *', 'email'],
  ['姓名（必填）', 'name'],
  ['【学员】邮箱', 'email'],
  ['姓名 Name', 'name'],
  ['Name姓名', 'name'],
  ['邮箱/Email', 'email'],
  ['开始日期\nStart Date', 'start'],
  ['Supervisor’s Email', 'manager_email'],
  ["Supervisor's E-mail", 'manager_email'],
  ['Scheduled Offering ID', 'training_code'],
  ['起止日期', 'dates'],
  ['Participant Manager Email', 'manager_email'],
  ['学员所在部门', 'department'],
  ['User Name', undefined],
  ['Employee Start Date', undefined],
  ['Last Name', 'family_name'],
  ['開課日期', 'start'],
  ['是否取消', 'training_status'],
  ['姓名 Department', undefined],
  ['Personal Email', undefined],
  ['Status', undefined],
  ['Email (Manager)', undefined],
  ['邮箱（上级）', undefined],
  ['姓名（讲师）', undefined],
  ['Title (Mr/Ms)', undefined],
  ['开始时间（报名）', undefined],
  ['Manager Email (required)', 'manager_email'],
  ['', undefined],
  ['()', undefined],
])('%o means %s', (heading, meaning) => {
  expect(meaningOfHeading(heading)?.meaning).toBe(meaning);
});

test('a column is named by its own name, or by a heading that means it; not by a part of one', () => {
  expect(columnNamed(' Email ')).toBe('email');
  expect(columnNamed('邮箱')).toBe('email');
  expect(columnNamed('training_status')).toBe('training_status');
  expect(columnNamed('First Name')).toBeUndefined();
});

const rows = (...lines: string[]) => lines.map((line) => ({ cells: line.split(',') }));

describe('the headings are the row in which most is named', () => {
  test.each<[string, string[], number | undefined]>([
    ['the first', ['Name,Email,Department', 'Li Wei,a@b.example,Sales'], 0],
    [
      'below a title and notes',
      ['培训名单', '', '部门：销售部', '姓名,邮箱,部门,备注', '李伟,a@b.example,销售'],
      3,
    ],
    ['the first of two in two languages', ['姓名,邮箱,部门', 'Name,Email,Department'], 0],
    ['not a title that has words of headings', ['Training,Name', 'Code,Course,Title,Name'], 1],
    ['fewer than three different ones are chance', ['Name,Name,Email', 'a,b,c'], undefined],
  ])('%s', (_, lines, place) => {
    expect(headingRow(rows(...lines))).toBe(place);
  });

  test('headings whose meaning was said count', () => {
    expect(headingRow(rows('x', 'Who,Where,Email'), new Set(['who', 'where']))).toBe(1);
  });

  test('they are looked for in the first 30 rows', () => {
    const heads = 'Name,Email,Department';
    const below = (above: number) => headingRow(rows(...Array(above).fill('note'), heads));
    expect([below(29), below(30)]).toEqual([29, undefined]);
  });
});

test('files have one shape whatever the order, spacing and case of their headings', () => {
  expect(shapeOf(['Name', 'E-mail', ''])).toBe(shapeOf([' email', 'NAME']));
  expect(shapeOf(['Name', 'Email'])).not.toBe(shapeOf(['Name', 'Email', 'Chief']));
});
