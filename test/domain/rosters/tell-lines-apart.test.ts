import { describe, expect, test } from 'vitest';
import { locateColumns } from '../../../src/domain/rosters/locate-columns.ts';
import type { RosterTable } from '../../../src/domain/rosters/roster-table.ts';
import { tellLinesApart } from '../../../src/domain/rosters/tell-lines-apart.ts';

const headings = ['序号', '培训编号', '课程', '开始日期', '姓名', '邮箱', '部门'];
const someone = ['1', 'S-1', '销售', '2026-08-28', '李伟', 'lw@x.example', '销售部'];

const told = (rows: readonly (readonly string[])[], more: Partial<RosterTable> = {}) => {
  const table = {
    ...{ headingLine: 1, headings, rows: rows.map((cells, index) => ({ line: index + 2, cells })) },
    ...more,
  };
  return tellLinesApart(table, locateColumns(table));
};
const kinds = (...rows: readonly (readonly string[])[]) =>
  told(rows).asides.map(({ line, kind }) => `${line} ${kind}`);

describe('what is about the list is not on it', () => {
  test.each<[string, readonly string[], string]>([
    ['headings on the next page', headings, 'headings'],
    [
      'headings in another language',
      ['No.', 'Training Code', 'Course', 'Start Date', 'Name', 'Email', 'Dept'],
      'headings',
    ],
    ['合计', ['合计', '', '', '', '2', '', ''], 'total'],
    ['a total with a space in it', ['合 计', '', '', '', '2人', '', ''], 'total'],
    ['Total', ['Total:', '', '', '', '', '', '25'], 'total'],
    ['Grand total further right', ['', '', 'Grand total', '', '25', '', ''], 'total'],
    ['共 25 人', ['共 25 人'], 'total'],
    ['a note', ['备注：名单以报名表为准'], 'note'],
    ['a note of several cells', ['制表人：王芳', '', '', '日期：2026-08-01', '', '', '审核：'], 'note'],
    ['an English note', ['* subject to change'], 'note'],
    ['a sentence', ['Lunch is served at noon'], 'note'],
    ['a line numbered beforehand', ['7', '', '', '', '', '', ''], 'note'],
  ])('%s', (_, cells, kind) => {
    expect(kinds(someone, cells, someone)).toEqual([`3 ${kind}`]);
  });
});

describe('what may be somebody is', () => {
  test.each<[string, readonly string[]]>([
    ['without an address', ['2', 'S-1', '销售', '2026-08-28', '王芳', '', '销售部']],
    ['without a name', ['2', 'S-1', '销售', '2026-08-28', '', 'wf@x.example', '销售部']],
    ['a name alone', ['', '', '', '', '王芳', '', '']],
    ['an address alone', ['', '', '', '', '', 'wf@x.example', '']],
    ['a code alone', ['', 'S-1', '', '', '', '', '']],
    ['a note with an address', ['备注：找 wf@x.example', '', '', '', '', '', '']],
    ['somebody called Total', ['Total', 'S-1', '销售', '2026-08-28', 'Total', 'total@x.example', '合计']],
    ['under a total that has a name', ['合计', 'S-1', '销售', '2026-08-28', '王芳', '', '']],
    ['one cell as its heading', ['3', 'S-1', '课程', '2026-08-28', '王芳', '', '部门']],
  ])('%s', (_, cells) => {
    expect(kinds(someone, cells)).toEqual([]);
    expect(told([someone, cells]).participants).toHaveLength(2);
  });
});

describe('under merged cells a line is of the training above it', () => {
  const under = ['2', '', '', '', '王芳', 'wf@x.example', '销售部'];
  test('all that is said of a training comes from above, through many lines', () => {
    const { participants, continued } = told([someone, under, under]);
    expect(participants[2]).toEqual({
      line: 4,
      cells: ['2', 'S-1', '销售', '2026-08-28', ...under.slice(4)],
    });
    expect(continued).toEqual([3, 4]);
  });
  test('a note between them changes nothing', () => {
    expect(told([someone, ['备注：下午'], under]).continued).toEqual([4]);
  });
  test.each<[string, readonly (readonly string[])[]]>([
    ['one is empty and another not', [someone, under.with(1, 'S-1')]],
    ['nothing is above', [under]],
    ['there is no name', [someone, under.with(4, '')]],
    ['there is no address', [someone, under.with(5, '')]],
  ])('but not where %s', (_, rows) => {
    expect(told(rows).continued).toEqual([]);
  });
});

test('the title on the next page is none of the list', () => {
  const above = [{ line: 1, cells: ['', '销售培训'] }];
  expect(told([someone, ['', '销售培训']], { above }).asides.at(-1)).toMatchObject({ line: 3, kind: 'note' });
});

test('above the headings a title stands, or a participant where the sheet was sorted', () => {
  const above = [
    { line: 1, cells: ['培训名单，联系人 wf@x.example'] },
    { line: 2, cells: someone },
    { line: 3, cells: ['2026-08'] },
  ];
  const { participants, asides } = told([someone], { headingLine: 4, above });
  expect(participants.map(({ line }) => line)).toEqual([2, 2]);
  expect(asides.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 above', '3 above']);
});
