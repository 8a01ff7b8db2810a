import { expect, test } from 'vitest';
import { locateColumns } from '../../../src/domain/rosters/locate-columns.ts';
import { rosterColumns } from '../../../src/domain/rosters/roster-columns.ts';
import type { RosterTable } from '../../../src/domain/rosters/roster-table.ts';

const table = (
  headings: readonly string[],
  cells: readonly string[],
  more: Partial<RosterTable> = {},
): RosterTable => ({
  headingLine: 1,
  headings,
  rows: [{ line: 2, cells }],
  ...more,
});
const usual = rosterColumns.filter((column) => column !== 'training_status');
const without = (...columns: string[]) => usual.filter((column) => !columns.includes(column));

/** What our columns say in the only row, of a file with the usual headings but for `left`, and these. */
const said = (
  left: readonly string[],
  extra: Readonly<Record<string, string>>,
  more?: Partial<RosterTable>,
) => {
  const rest = without(...left);
  const headings = [...rest, ...Object.keys(extra)];
  const file = table(headings, [...rest.map((column) => `the ${column}`), ...Object.values(extra)], more);
  const { cellOf, ignored, namesOnly, problems } = locateColumns(file);
  const cells = file.rows[0]?.cells ?? [];
  return {
    ...{
      ignored,
      namesOnly,
      problems: problems.map(({ code, column, heading }) => [code, column, heading].join(' ').trim()),
    },
    say: (column: (typeof rosterColumns)[number]) => cellOf.get(column)?.(cells),
  };
};

test('the heading that says whose it is goes before a plain one, that before a vague one; the others are left alone', () => {
  const some = said(['email'], { Account: 'lw', 'E-mail': 'home@x.example', 'Work Email': 'work@x.example' });
  expect(some.say('email')).toBe('work@x.example');
  expect(some.ignored).toEqual(['Account', 'E-mail']);
  expect(some.problems).toEqual([]);
  expect(said(['email'], { Account: 'lw', Mail: 'm@x.example' }).say('email')).toBe('m@x.example');
  expect(said(['email'], { UPN: 'u@x.example' }).say('email')).toBe('u@x.example');
});

test('two headings that mean it as surely are asked about', () => {
  const some = said(['email'], { 'Work Email': 'a', 'Company Email': 'b' });
  expect(some.problems).toEqual(['column-twice email Company Email']);
});

test('addresses go before names, and a column with names only of whom one writes to is left alone', () => {
  expect(said(['instructor_emails'], { 讲师: '王芳', 讲师邮箱: 'wf@x.example' })).toMatchObject({
    ignored: ['讲师'],
    problems: [],
  });
  const names = said(['manager_email', 'instructor_emails'], { Manager: 'Mara', Trainer: 'Ines' });
  expect(names).toMatchObject({ ignored: [], namesOnly: ['Manager', 'Trainer'], problems: [] });
  expect([names.say('manager_email'), names.say('instructor_emails')]).toEqual([undefined, undefined]);
  // With one address in it the others are slips; under a heading that says address all of them are.
  expect(said(['manager_email'], { Manager: 'Mara <m@x.example>' }).say('manager_email')).toContain('m@x');
  expect(said(['manager_email'], { 'Manager Email': 'Mara' }).say('manager_email')).toBe('Mara');
});

test('a name is put together of its parts where no column has it whole', () => {
  expect(said(['name'], { 'First Name': 'Jane', 'Last Name': 'Doe' }).say('name')).toBe('Jane Doe');
  expect(said(['name'], { 姓: '欧阳', 名: '娜娜' }).say('name')).toBe('欧阳娜娜');
  expect(said(['name'], { 'First Name': '', 'Last Name': 'Madonna' }).say('name')).toBe('Madonna');
  expect(said(['name'], { Employee: '1002', 'First Name': 'Jane', 'Last Name': 'Doe' })).toMatchObject({
    ignored: ['Employee'],
  });
  const whole = said([], { 'First Name': 'Jane', 'Last Name': 'Doe' });
  expect([whole.say('name'), whole.ignored]).toEqual(['the name', ['First Name', 'Last Name']]);
  expect(said(['name'], { 'Last Name': 'Doe' }).problems).toEqual(['column-missing name']);
  const other = said(
    ['name'],
    { Who: 'Ann', 'First Name': 'Jane', 'Last Name': 'Doe' },
    { said: new Map([[14, 'name']]) },
  );
  expect(other.say('name')).toBe('Ann');
});

test('one column with both days is both, where neither has one of its own', () => {
  const both = said(['start', 'end'], { 培训日期: '2026-08-28 ~ 2026-08-30' });
  expect([both.say('start'), both.say('end')]).toEqual(['2026-08-28', '2026-08-30']);
  expect(said([], { Date: 'x' })).toMatchObject({ ignored: ['Date'], problems: [] });
  expect(said(['end'], { Date: '2026-08-28' }).problems).toEqual(['column-missing end']);
});

test('what was said goes before what a heading would mean, and "nothing" leaves it alone', () => {
  const rest = without('email');
  const headings = [...rest, 'email', 'Contact'];
  const cells = headings.map((heading) => `the ${heading}`);
  const located = locateColumns(table(headings, cells, { said: new Map([[rest.length + 1, 'email']]) }));
  expect(located.cellOf.get('email')?.(cells)).toBe('the Contact');
  expect(located.ignored).toEqual(['email']);
  const left = locateColumns(table(headings, cells, { said: new Map([[rest.length, 'nothing']]) }));
  expect(left.problems).toMatchObject([{ code: 'column-missing', column: 'email' }]);
});
