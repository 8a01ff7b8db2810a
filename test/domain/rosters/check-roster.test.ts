import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRoster } from '../../../src/domain/rosters/check-roster.ts';
import { columnOfHeading } from '../../../src/domain/rosters/heading-meaning.ts';
import { rosterColumns } from '../../../src/domain/rosters/roster-columns.ts';
import { participant, type RosterLine, rosterLine, rosterTable } from '../../support/roster-lines.ts';

const check = (lines: readonly RosterLine[]) => checkRoster(rosterTable(lines), 'Asia/Shanghai');
const found = (lines: readonly RosterLine[]) =>
  check(lines).problems.map(({ line, column, code }) => `${line} ${column} ${code}`);

test('a good line becomes a row as it is meant', () => {
  expect(check([rosterLine()])).toEqual({
    rows: [
      {
        line: 2,
        code: 'SALES-26',
        course: 'Selling well',
        title: 'Selling well, autumn run',
        mode: 'classroom',
        source: 'internal',
        length: 'short',
        start: '2026-11-18',
        end: '2026-11-20',
        timeZone: 'Asia/Shanghai',
        instructorEmails: ['ines@contoso.example'],
        name: 'Li Wei',
        email: 'li.wei@contoso.example',
        department: 'Sales',
        managerEmail: 'mara@contoso.example',
        withdrawn: false,
        cancelled: false,
      },
    ],
    problems: [],
    ignoredHeadings: [],
    badLines: 0,
    asides: [],
    namesOnly: [],
    continued: [],
  });
});

test('a Chinese roster means the same as an English one', () => {
  const table = {
    headingLine: 1,
    headings: [
      '培训编号',
      '课程',
      '培训名称',
      '形式（课堂/线上/混合）',
      '来源',
      '期限',
      '开始日期',
      '结束日期',
      '时区',
      '讲师邮箱',
      '姓名',
      '邮箱',
      '部门',
      '上级邮箱',
      '是否退出',
      '培训状态',
    ],
    rows: [
      {
        line: 2,
        cells: [
          'SALES-26',
          'Selling well',
          'Selling well, autumn run',
          '课堂',
          '内部',
          '短期',
          '2026年11月18日',
          '2026/11/20',
          '北京时间',
          'Ines@Contoso.example',
          ' Li  Wei\u3000',
          'li.wei＠contoso.example',
          'Sales',
          'mara@contoso.example',
          '否',
          '照常',
        ],
      },
    ],
  };
  expect(checkRoster(table, 'UTC')).toEqual(check([rosterLine()]));
});

describe('each bad cell is named with line, column and reason', () => {
  test.each<[Partial<RosterLine>, string]>([
    [{ training_code: '' }, '2 training_code cell-empty'],
    [{ training_code: 'a/b' }, '2 training_code code-not-usable'],
    [{ title: '=SUM(A1)' }, '2 title text-like-formula'],
    [{ title: 'x'.repeat(201) }, '2 title text-too-long'],
    [{ mode: 'somewhere' }, '2 mode mode-unknown'],
    [{ source: 'both' }, '2 source source-unknown'],
    [{ length: '3 days' }, '2 length length-unknown'],
    [{ start: '10/11/2026' }, '2 start date-ambiguous'],
    [{ start: 'soon' }, '2 start date-not-understood'],
    [{ end: '2026-11-31' }, '2 end date-not-understood'],
    [{ end: '2026-11-17' }, '2 end end-before-start'],
    [{ time_zone: 'Shanghai' }, '2 time_zone time-zone-unknown'],
    [{ time_zone: '+08:00' }, '2 time_zone time-zone-unknown'],
    [{ instructor_emails: 'ines@contoso.example; Tom' }, '2 instructor_emails email-not-valid'],
    [{ email: 'li.wei' }, '2 email email-not-valid'],
    [{ email: 'mara@contoso.example' }, '2 manager_email manager-is-self'],
    [{ withdrawn: 'maybe' }, '2 withdrawn withdrawn-unknown'],
  ])('%o', (changes, expected) => {
    expect(found([rosterLine(changes)])).toEqual([expected]);
  });
});

test('one date that leaves no doubt, in either column and on any line, says how all of the file are read', () => {
  const lines = [
    participant(1, { start: '10/11/2026', end: '12/11/2026' }),
    participant(2, { training_code: 'OTHER', start: '10/11/2026', end: '13/11/2026' }),
  ];
  expect(check(lines)).toMatchObject({
    problems: [],
    rows: [{ start: '2026-11-10', end: '2026-11-12' }, { start: '2026-11-10' }],
  });
  expect(check(lines.slice(0, 1)).problems).toMatchObject([
    { column: 'start', code: 'date-ambiguous', details: { one: '2026-11-10', other: '2026-10-11' } },
    { column: 'end', code: 'date-ambiguous', details: { one: '2026-11-12', other: '2026-12-11' } },
  ]);
});

test('an hour of another zone at which it is another day in the training’s own is refused with both days; midnight in UTC is a day alone', () => {
  const found = (start: string, time_zone = '') =>
    check([rosterLine({ start, end: '2026-08-30', time_zone })]).problems.map(({ details }) => details);
  const both = { one: '2026-08-27', other: '2026-08-28' };
  for (const midnight of [
    '2026-08-27T16:00:00.000Z',
    '2026-08-27T16:00Z',
    '2026-08-27 16:00:00 UTC',
    '2026-08-27T16:00:00+00:00',
  ])
    expect(found(midnight)).toEqual([both]);
  expect(found('2026-08-27T16:30:00Z')).toEqual([both]);
  expect(found('2026-08-27T15:59:00Z')).toEqual([]);
  expect(found('2026-08-27T20:00:00-07:00')).toEqual([both]);
  expect(found('2026-08-27T00:00:00Z', 'America/Los_Angeles')).toEqual([]);
  expect(found('2026-08-28T01:00:00+08:00', 'Europe/Berlin')).toEqual([
    { one: '2026-08-28', other: '2026-08-27' },
  ]);
  expect(found('2026-08-27T16:00:00+08:00')).toEqual([]);
  expect(found('2026-08-27T16:00:00Z', 'Europe/Berlin')).toEqual([]);
  expect(found('2026-08-27T22:00:00Z', 'Europe/Berlin')).toEqual([both]);
  expect(found('2026-08-27T00:00:00Z', 'UTC')).toEqual([]);
  expect(found('2026-08-27T07:00:00Z', 'America/Los_Angeles')).toEqual([]);
});

test('everything wrong with a line is named, not only the first', () => {
  expect(found([rosterLine({ mode: '?', email: '?', end: '?' })])).toEqual([
    '2 mode mode-unknown',
    '2 end date-not-understood',
    '2 email email-not-valid',
  ]);
});

test('zone, instructors, manager, withdrawn and status may be missing or empty; no other column may', () => {
  const optional = [
    'time_zone',
    'instructor_emails',
    'manager_email',
    'withdrawn',
    'training_status',
  ] as const;
  const empty = { time_zone: '', instructor_emails: '', manager_email: '', withdrawn: '' };
  const without = rosterColumns.filter((column) => !optional.some((name) => name === column));
  const expected = check([rosterLine(empty)]);
  const { rows: plain, ...rest } = checkRoster(rosterTable([rosterLine()], without), 'Asia/Shanghai');
  // An empty status says that it takes place, an empty mark that nobody has withdrawn; no column says nothing.
  const said = plain.map((row) => ({ ...row, cancelled: false, withdrawn: false }));
  expect(plain.every((row) => !('cancelled' in row) && !('withdrawn' in row))).toBe(true);
  expect({ ...rest, rows: said }).toEqual(expected);
  expect(expected.rows[0]).toMatchObject({
    timeZone: 'Asia/Shanghai',
    instructorEmails: [],
    withdrawn: false,
  });
  for (const missing of without) {
    const rest = rosterColumns.filter((column) => column !== missing);
    const { rows, problems } = checkRoster(rosterTable([rosterLine()], rest), 'UTC');
    expect(rows).toEqual([]);
    expect(problems).toEqual([{ code: 'column-missing', line: 1, column: missing }]);
  }
});

test('a training is cancelled, or merged, where its status says so; a status that is a participant’s is left alone', () => {
  const cancelled = (cell: string) =>
    check([rosterLine({ training_status: cell })]).rows.map((row) => row.cancelled);
  for (const cell of ['cancelled', 'Canceled', 'merged', '取消', '已合并'])
    expect(cancelled(cell)).toEqual([true]);
  for (const cell of ['', 'planned', '照常', 'completed']) expect(cancelled(cell)).toEqual([false]);
  expect(found([rosterLine({ training_status: 'perhaps' })])).toEqual(['2 training_status status-unknown']);
  expect(columnOfHeading('Status')).toBeUndefined();
  expect(columnOfHeading('Training status')).toBe('training_status');
});

test('a column that means nothing is left alone and said so', () => {
  const table = rosterTable([rosterLine()]);
  const withOther = {
    ...table,
    headings: [...table.headings, 'Widthdrawn'],
    rows: table.rows.map((row) => ({ ...row, cells: [...row.cells, 'x'] })),
  };
  expect(checkRoster(withOther, 'UTC')).toMatchObject({ problems: [], ignoredHeadings: ['Widthdrawn'] });
});

test('two columns of one meaning, and cells beyond the last heading, are problems', () => {
  const table = rosterTable([rosterLine()]);
  const twice = checkRoster({ ...table, headings: table.headings.with(1, 'E-mail') }, 'UTC');
  expect(twice.problems.map((problem) => problem.code)).toEqual(['column-twice', 'column-missing']);
  const beyond = { ...table, rows: table.rows.map((row) => ({ ...row, cells: [...row.cells, 'more'] })) };
  expect(checkRoster(beyond, 'UTC').problems).toMatchObject([{ code: 'too-many-cells', line: 2 }]);
});

describe('lines that contradict each other', () => {
  test('where most lines of a training agree, the others are at fault', () => {
    const lines = [participant(1), participant(2, { end: '2026-11-21' }), participant(3)];
    expect(check(lines).problems).toMatchObject([
      {
        line: 3,
        column: 'end',
        code: 'training-differs',
        value: '2026-11-21',
        details: { other: '2026-11-20', otherLine: 2 },
      },
    ]);
    expect(check(lines).rows.map((row) => row.line)).toEqual([2, 4]);
  });

  test('where no value has the most lines, all are at fault', () => {
    const lines = [participant(1), participant(2, { training_code: 'Sales-26' })];
    expect(found(lines)).toEqual(['2 training_code training-differs', '3 training_code training-differs']);
    expect(check(lines).rows).toEqual([]);
  });

  test('a person twice in a training with different words is a problem, with the same words is one', () => {
    expect(found([rosterLine(), rosterLine({ withdrawn: 'yes' })])).toEqual([
      '2 withdrawn person-twice',
      '3 withdrawn person-twice',
    ]);
    expect(check([rosterLine(), rosterLine()])).toMatchObject({ problems: [], rows: [{ line: 2 }] });
  });

  test('one address with two names is a problem even across trainings', () => {
    const other = rosterLine({ training_code: 'OTHER', name: 'Han Mei' });
    expect(found([rosterLine(), other])).toEqual(['2 name name-differs', '3 name name-differs']);
  });
});

/** Lines that are sometimes bad and often contradict each other. */
const anyLine = fc
  .record({
    person: fc.integer({ min: 1, max: 5 }),
    training_code: fc.constantFrom('A', 'B', 'b'),
    end: fc.constantFrom('2026-11-20', '2026-11-20', '2026-11-21', 'x'),
    department: fc.constantFrom('Sales', 'Sales', 'Works'),
  })
  .map(({ person, ...changes }) => participant(person, changes));
const withoutLines = (lines: readonly RosterLine[]) =>
  check(lines)
    .rows.map(({ line: _, ...row }) => JSON.stringify(row))
    .sort();

test('the order of the lines changes nothing', () => {
  const shuffled = fc
    .array(anyLine, { minLength: 1, maxLength: 12 })
    .chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })));
  fc.assert(
    fc.property(shuffled, ([lines, others]) => {
      expect(withoutLines(others)).toEqual(withoutLines(lines));
    }),
  );
});

test('what is left after dropping the bad lines is good', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (lines) => {
      const kept = check(lines).rows.map((row) => lines[row.line - 2] ?? rosterLine());
      fc.pre(kept.length > 0);
      expect(check(kept).problems).toEqual([]);
    }),
  );
});

test('whatever stands in the cells, each line is either taken or has a problem', () => {
  const cell = fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('2026-11-20', 'a@b.example'),
  );
  const anything = fc.record(Object.fromEntries(rosterColumns.map((column) => [column, cell])));
  const good = fc.integer({ min: 1, max: 9 }).map((number) => participant(number));
  fc.assert(
    fc.property(fc.array(fc.oneof(good, anything), { minLength: 1, maxLength: 6 }), (lines) => {
      const { rows, problems, badLines } = check(lines as RosterLine[]);
      const bad = new Set(problems.map((problem) => problem.line));
      expect(badLines).toBe(bad.size);
      expect(rows.some((row) => bad.has(row.line))).toBe(false);
      const taken = new Set(rows.map((row) => row.email));
      for (const [index, line] of lines.entries()) {
        if (!bad.has(index + 2)) expect(taken).toContain(line.email?.normalize('NFKC').toLowerCase().trim());
      }
    }),
  );
});

test('more than 20,000 participants are too many for one file, and are not gone through', () => {
  const line = rosterLine({ email: 'no address@' });
  const table = rosterTable(Array.from({ length: 20_001 }, () => line));
  expect(checkRoster(table, 'UTC').problems).toEqual([
    { code: 'too-many-rows', line: 0, details: { limit: 20_000 } },
  ]);
});

test('lines of a training agree in its zone and status as well', () => {
  const differ = (changes: object) =>
    found([participant(1), participant(2, changes)]).map((problem) => problem.split(' ').slice(1).join(' '));
  expect(differ({ time_zone: 'Europe/Berlin' })).toEqual([
    'time_zone training-differs',
    'time_zone training-differs',
  ]);
  expect(differ({ training_status: 'cancelled' })).toEqual([
    'training_status training-differs',
    'training_status training-differs',
  ]);
});
