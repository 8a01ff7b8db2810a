import { describe, expect, it } from 'vitest';
import { locateColumns } from '../../../src/domain/trainings/locate-columns.ts';
import { readDate } from '../../../src/domain/trainings/roster-date.ts';

describe('a date of a roster', () => {
  it.each([
    '2026-08-28',
    '2026/8/28',
    '2026.08.28',
    '2026年8月28日',
    '2026年8月28日（周五）',
    '2026-08-28 星期五',
    '2026-08-28 17:30',
    '2026/8/28 9:00:00',
    '2026-08-28T17:30:00',
    '28.8.2026',
    '28.08.2026 17:30',
    '28-Aug-26',
    '28-Aug-2026',
    '28 August 2026',
    '28th Aug 2026',
    'Aug 28, 2026',
    'August 28 2026',
    'Aug. 28, 2026',
    'Fri, 28 Aug 2026',
    'Friday 28 August 2026 5:30 PM',
    '２０２６－０８－２８',
  ])('is read however people and systems write it: %s', (text) => {
    expect(readDate(text)).toEqual({ value: '2026-08-28' });
  });

  it.each(['03/04/2026', '3-4-26'])('is not guessed where nobody can tell: %s', (text) => {
    expect(readDate(text)).toMatchObject({ trouble: { code: 'date-ambiguous' } });
  });

  it.each([
    '31 November 2026',
    '2026-02-30',
    '28 Sommer 2026',
    'soon',
    '28-Aug-1926',
    '46262x',
    '2026-08',
    '2026-08-28 99:99',
    '2026-08-28 24:00',
    'Marsh 3, 2026',
    '28 Augus 2026',
  ])('is refused where the calendar has no such day: %s', (text) => {
    expect(readDate(text)).toMatchObject({ trouble: { code: 'date-not-understood' } });
  });
});

it('where names stand beside addresses, the column of the addresses is meant', () => {
  const rest = '培训编号,课程,培训名称,形式,来源,期限,开始,结束,姓名,邮箱,部门'.split(',');
  for (const [headings, place] of [
    [[...rest, '讲师', '讲师邮箱'], 12],
    [[...rest, '讲师邮箱', '讲师'], 11],
  ] as const) {
    const { places, problems, ignored } = locateColumns({ headingLine: 1, headings, rows: [] });
    expect(problems).toEqual([]);
    expect(places.get('instructor_emails')).toBe(place);
    expect(ignored).toEqual(['讲师']);
  }
  const twice = locateColumns({ headingLine: 1, headings: [...rest, '讲师邮箱', '讲师电子邮件'], rows: [] });
  expect(twice.problems).toMatchObject([{ code: 'column-twice' }]);
});
