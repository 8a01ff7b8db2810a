import { expect, test } from 'vitest';
import { languages } from '../../src/domain/kernel/text.ts';
import { columnOfHeading } from '../../src/domain/rosters/heading-meaning.ts';
import { rosterColumns } from '../../src/domain/rosters/roster-columns.ts';
import { rosterProblemCodes } from '../../src/domain/rosters/roster-problem.ts';
import { rosterProblemWording } from '../../src/wording/roster-problem-words.ts';
import { rosterColumnNames } from '../../src/wording/roster-words.ts';

test('every heading the product recommends is one it understands, in both languages', () => {
  for (const column of rosterColumns) {
    for (const language of languages)
      expect(columnOfHeading(rosterColumnNames[column][language])).toBe(column);
  }
});

test.each(rosterProblemCodes)('%s says what is wrong and what would be right, in both languages', (code) => {
  const details = {
    readings: 'windows-1252: Jsrg / macintosh: Jorg',
    encoding: 'macintosh',
    limit: 200,
    start: '2026-11-18',
    part: 'Tom',
    one: '2026-05-04',
    other: '2026-04-05',
    otherLine: 2,
    most: 3,
    headings: 'A, B',
    sheets: 'Jan, Feb',
    before: 'Line Manager',
  };
  const { wrong, right } = rosterProblemWording({ code, line: 2, column: 'end', value: 'x', details });
  for (const text of [wrong, right]) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).not.toMatch(/\p{Script=Han}/u);
    expect(text.en.length).toBeGreaterThan(5);
    expect(`${text.zh}${text.en}`).not.toMatch(/undefined|NaN|\[object/u);
  }
});

test('a date that can mean two days is answered with both, written out, and with how to write either', () => {
  const details = { one: '2026-05-04', other: '2026-04-05' };
  expect(rosterProblemWording({ code: 'date-ambiguous', line: 2, column: 'end', details })).toEqual({
    wrong: {
      zh: '可能是 2026年5月4日，也可能是 2026年4月5日',
      en: 'may be 4 May 2026 or 5 April 2026',
    },
    right: { zh: '写成 2026-05-04 或 2026-04-05', en: 'write 2026-05-04 or 2026-04-05' },
  });
});

test('several days in one cell: the column says which of them belongs there', () => {
  const right = (column: 'start' | 'end') =>
    rosterProblemWording({ code: 'date-several', line: 2, column }).right.en;
  expect(right('start')).toContain('first day');
  expect(right('end')).toContain('last day');
});
