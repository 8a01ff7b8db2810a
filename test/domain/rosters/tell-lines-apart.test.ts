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
    ['somebody in one cell', ['王芳：wf@x.example', '', '', '', '', '', '']],
    ['with an address that is none', ['2', '', '', '', '', '王芳(at)x.example', '']],
    ['somebody called Sum', ['', 'S-1', '销售', '2026-08-28', 'Sum Li', '', '销售部']],
    ['somebody called Count', ['Count Lee', '', '', '', '王芳', '', '']],
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
  test.each<[string, readonly string[]]>([
    ['a note', ['备注：下午']],
    ['the heading of another part', ['Course B: Buying']],
    ['a subtotal', ['小计', '', '', '', '1', '', '']],
    ['the headings', headings],
  ])('but not over %s between them', (_, between) => {
    expect(told([someone, between, under]).continued).toEqual([]);
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

describe('lines after which it is not clear who is on the list are refused', () => {
  const problems = (...rows: readonly (readonly string[])[]) =>
    told(rows).problems.map(({ line, code }) => `${line} ${code}`);
  test('headings in another order', () => {
    const swapped = headings.with(4, '邮箱').with(5, '姓名');
    expect(problems(someone, swapped, someone)).toEqual(['3 headings-moved']);
    expect(problems(someone, headings, someone)).toEqual([]);
  });
  test.each(['候补名单', 'Waiting list:', 'Cancelled participants', '以下人员不参加'])(
    '%s with people below',
    (text) => {
      const part = ['', '', `${text} `, '', '', '', ''];
      expect(problems(someone, [text, ...part.slice(1).map(() => '')], someone)).toEqual(
        told([someone, [text]]).asides.length === 0 ? [] : ['3 section-unclear'],
      );
      expect(problems(someone, [text])).toEqual([]);
    },
  );
});

test('what is written as the same as above is', () => {
  const { participants, continued } = told([
    someone,
    ['2', '同上', '〃', '"', '王芳', 'wf@x.example', 'ditto'],
    ['3', '同上', '同上', '同上', '赵敏', 'zm@x.example', '研发部'],
  ]);
  expect(participants.map(({ cells }) => [...cells.slice(1, 4), cells[6]])).toEqual([
    ['S-1', '销售', '2026-08-28', '销售部'],
    ['S-1', '销售', '2026-08-28', '销售部'],
    ['S-1', '销售', '2026-08-28', '研发部'],
  ]);
  expect(continued).toEqual([]);
});

test.each([
  '联系人：王芳 邮箱：hr@x.example',
  '如有疑问请发邮件至 hr@x.example',
  'Questions: hr@x.example',
  '备注：找 wf@x.example',
])('%s is a note', (text) => {
  expect(kinds(someone, [text])).toEqual(['3 note']);
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

describe('of these rules each counts', () => {
  test('more than half of a line’s cells are headings, three at least', () => {
    const half = ['序号', '培训编号', '课程', '2026-08-28', '王芳', '销售', '一组'];
    expect(kinds(someone, half)).toEqual([]);
    expect(kinds(someone, ['', '', '', '', '姓名', '', '部门'])).toEqual([]);
    expect(kinds(someone, ['', '', '', '', '姓名', '邮箱', '部门'])).toEqual(['3 headings']);
  });
  test('a prose in the column of names is a name that has gone wrong', () => {
    expect(kinds(someone, ['', '', '', '', '王芳 (部门 销售)', '', ''])).toEqual([]);
  });
  test('where a file says less than three things of a training, an empty one was forgotten', () => {
    const table = {
      headingLine: 1,
      headings: ['培训编号', '课程', '姓名', '邮箱'],
      rows: [
        { line: 2, cells: ['S-1', '销售', '李伟', 'lw@x.example'] },
        { line: 3, cells: ['', '', '王芳', 'wf@x.example'] },
      ],
    };
    expect(tellLinesApart(table, locateColumns(table)).continued).toEqual([]);
  });
});
