import { describe, expect, it } from 'vitest';
import { locateColumns } from '../../../src/domain/rosters/locate-columns.ts';
import { monthNamed, namingLanguages, weekdayNamed } from '../../../src/domain/rosters/names-of-days.ts';
import { readDate, readDatesOf } from '../../../src/domain/rosters/roster-date.ts';

const reading = (text: string): string => said(readDate(text));
const said = (read: ReturnType<typeof readDate>): string =>
  'value' in read ? read.value : [read.trouble.code, ...Object.values(read.trouble.details ?? {})].join(' ');

describe('a date of a roster is read however people and systems write it', () => {
  it.each([
    // The year first.
    '2026-08-28',
    '2026/8/28',
    '2026.08.28',
    '2026.08.28.',
    '2026. 8. 28.',
    '2026 08 28',
    '2026\\8\\28',
    '2026–08–28',
    '２０２６－０８－２８',
    "'2026-08-28",
    '20260828',
    '20260828.0',
    '2026/8/28日',
    '2026-Aug-28',
    '2026 August 28',
    // In Chinese, Japanese and Korean.
    '2026年8月28日',
    '2026 年 8 月 28 日',
    '2026年8月28号',
    '2026年08月28',
    '26年8月28日',
    '8月28日, 2026',
    '8月28日2026年',
    '２０２６年８月２８日',
    '二〇二六年八月二十八日',
    '二○二六年八月二十八日',
    '二零二六年八月二十八号',
    '2026년 8월 28일',
    // The day first.
    '28.8.2026',
    '28.08.2026',
    '28. 8. 2026',
    '28/08/2026',
    '28-08-2026',
    '28 08 2026',
    '28∕08∕2026',
    // The month first.
    '8/28/2026',
    '08-28-2026',
    '8.28.2026',
    // The month by its name.
    '28-Aug-26',
    '28-AUG-2026',
    '28Aug2026',
    '28/Aug/2026',
    '28 August 2026',
    '28th Aug 2026',
    '28th of August, 2026',
    'Aug 28, 2026',
    'Aug 28,2026',
    'August 28 2026',
    'August 28th, 2026',
    'Aug. 28, 2026',
    'Aug-28-2026',
    '28. August 2026',
    '28 août 2026',
    '28 AOUT 2026',
    '28 de agosto de 2026',
    '28 de agosto del 2026',
    '28 agosto 2026',
    '28 augustus 2026',
    // With a weekday.
    '2026-08-28 星期五',
    '2026-8-28（五）',
    '2026年8月28日（周五）',
    '周五 2026-08-28',
    '2026年8月28日(金)',
    '2026年8月28日 金曜日',
    'Fri, 28 Aug 2026',
    '28 Aug 2026 (Fri)',
    '28/08/2026 Friday',
    'Freitag, 28. August 2026',
    'ven. 28 août 2026',
    // With an hour.
    '2026-08-28 17:30',
    '2026/8/28 9:00:00',
    '2026-08-28 09:00:00.0',
    '8/28/2026, 9:00:00 AM',
    'Aug 28, 2026 at 5pm',
    'Friday, August 28, 2026 9:00 AM',
    'Friday 28 August 2026 5:30 p.m.',
    'Freitag, 28. August 2026 um 17:30 Uhr',
    '28/08/2026 17h30',
    '2026-08-28 上午9:00',
    '2026-08-28上午9:00',
    '2026年8月28日 下午2时30分',
    '2026年8月28日下午两点半',
    '2026年8月28日9:00',
    '2026-08-28 9点',
    '2026-08-28 下午',
    '2026-08-28（全天）',
    '2026-08-28 (9:00-17:00)',
    '2026/08/28 星期五 09:00–17:00',
    '2026-08-28 09:00 to 17:00 (Fri)',
    '2026-08-28 09:00 Friday',
    '2026-08-28 9:00 AM - 5:00 PM',
    '2026-08-28 上午9:00-12:00，下午2:00-5:00，晚上7:00',
    '2026-08-28 09:00-12:00, 14:00-17:00',
    '2026-08-28 09：00——17：00',
    '2026-08-28 09:00 北京时间',
    '28/8/2026, 9:00 a. m.',
    // As systems write it: the day that was written, whatever zone stands behind it.
    '2026-08-28T17:30:00',
    '2026-08-28T09:00:00Z',
    '2026-08-28T09:00:00+08:00',
    '2026-08-28T09:00:00.000+0800',
    '2026-08-28T23:30Z',
    '20260828T090000Z',
    '2026-08-28 09:00:00 UTC',
    '2026-08-28 09:00 CEST',
    '2026-08-28T09:00+08:00[Asia/Shanghai]',
    'Fri, 28 Aug 2026 09:00:00 GMT',
    'Fri Aug 28 2026 09:00:00 GMT+0800 (中国标准时间)',
    // Excel's number of the day, where the column has the format "General".
    '46262',
    '46262.375',
    '46262,375',
    '46261.9999999999',
  ])('%s', (text) => {
    expect(reading(text)).toBe('2026-08-28');
  });

  it.each([
    ['05/05/2026', '2026-05-05'],
    ['5.5.26', '2026-05-05'],
    ['04.05.2026', '2026-05-04'],
    ['01.09.26', '2026-09-01'],
    ['26/4/5', '2026-04-05'],
    ['26.08.03', '2026-08-03'],
    ['1er août 2026', '2026-08-01'],
    ['1º de março de 2026', '2026-03-01'],
    ['28. Mrz 26', '2026-03-28'],
    ['Mar 3, 2026', '2026-03-03'],
    ['mar. 3 nov. 2026', '2026-11-03'],
    ['3 Sept. 2026', '2026-09-03'],
    ['二〇二六年十月十日', '2026-10-10'],
    ['二〇二六年十二月三十一日', '2026-12-31'],
    ['29-02-2028', '2028-02-29'],
    ['36526', '2000-01-01'],
    ['73050', '2099-12-31'],
  ])('%s', (text, day) => {
    expect(reading(text)).toBe(day);
  });
});

describe('a date that can mean two days', () => {
  it.each([
    ['04/05/2026', '2026-05-04 2026-04-05'],
    ['4-5-2026', '2026-05-04 2026-04-05'],
    ['04 05 2026', '2026-05-04 2026-04-05'],
    ['4/5/26', '2026-05-04 2026-04-05'],
    ['04/05/26', '2026-05-04 2026-04-05'],
    ['26-08-28', '2028-08-26 2026-08-28'],
    ['28.8.26', '2026-08-28 2028-08-26'],
    ['Tue 04/05/2026', '2026-05-04 2026-04-05'],
  ])('is refused with both where nothing decides: %s', (text, both) => {
    expect(reading(text)).toBe(`date-ambiguous ${both}`);
  });

  it('is decided by the weekday that stands beside it', () => {
    expect(reading('Mon 04/05/2026')).toBe('2026-05-04');
    expect(reading('04/05/2026 (日)')).toBe('2026-04-05');
    expect(reading('星期五 26-08-28 9:00')).toBe('2026-08-28');
  });

  const among = (text: string, ...others: readonly string[]) => said(readDatesOf([text, ...others])(text));

  it.each([
    ['04/05/2026', ['13/04/2026'], '2026-05-04'],
    ['04/05/2026', ['04/13/2026'], '2026-04-05'],
    ['04/05/2026', ['04/13/2026 9:00', '05/05/2026', '2026-08-28', '31.12.2026'], '2026-04-05'],
    ['4-5-2026', ['Fri 28-08-2026'], '2026-05-04'],
    ['4/5/26', ['13/4/26'], '2026-05-04'],
    ['04.05.2026', ['8.28.2026'], '2026-04-05'],
    ['28.8.26', ['01.09.26'], '2026-08-28'],
    ['26-08-28', ['26-08-03'], '2026-08-28'],
    // Neither 2001 nor a 28th month: only the day is left to come first.
    ['28/8/26', ['01/09/26'], '2026-08-28'],
  ])('is read as the others of its file: %s beside %o', (text, others, day) => {
    expect(among(text, ...others)).toBe(day);
  });

  it.each([
    ['04/05/2026', ['13/04/2026', '04/13/2026']],
    ['04.05.2026', ['13.04.2026', '04.13.2026']],
    ['04/05/2026', ['05/05/2026', '05/06/2026', '2026-08-28']],
    // Others are written by another hand.
    ['04/05/2026', ['13-04-2026']],
    ['04/05/2026', ['13/04/26']],
    ['26-08-28', ['28-08-2026']],
    // That month comes first where it can says nothing of whether the year may.
    ['26/08/28', ['04/13/26']],
  ])('is refused where the others do not say, or contradict each other: %s beside %o', (text, others) => {
    expect(among(text, ...others)).toMatch(/^date-ambiguous /u);
  });
});

describe('what is no date is refused', () => {
  it.each([
    '2026-08-28 ~ 08-30',
    '2026-08-28 ~ 2026-08-30',
    '2026-08-28至2026-08-30',
    '2026年8月28日-30日',
    '2026年8月28-30日',
    '8月28日-30日',
    '8/28-8/30',
    '28–30 Aug 2026',
    '28 Aug – 2 September 2026',
    'Aug 28–30, 2026',
    '28.–30.08.2026',
    '28/08/2026 - 30/08/2026',
    '28 to 30 August 2026',
    '2026-08-28/2026-08-30',
    '2026-08-28、2026-08-29、2026-08-30',
    '2026-08-28 2026-08-30',
    '2026-08-28 09:00 - 2026-08-30 17:00',
    '46262-46264',
    '2026-08-28——2026-08-30',
    '8月28日〜30日',
  ])('as several days: %s', (text) => {
    expect(reading(text)).toBe('date-several');
  });

  it.each([
    '8月28日',
    '8月28日 9:00',
    '28-Aug',
    'Aug 28',
    '28.08.',
    '8/28',
    '2026-08',
    '2026年8月',
    'Aug-26',
    'August 2026',
    '08/2026',
  ])('as a part of one: %s', (text) => {
    expect(reading(text)).toBe('date-incomplete');
  });

  it.each(['########', '#', '＃＃＃'])('as what Excel shows where the column is too narrow: %s', (text) => {
    expect(reading(text)).toBe('date-not-shown');
  });

  it.each([
    '31 November 2026',
    '2026-02-30',
    '2026-02-29',
    '29/02/2026',
    '2026-13-01',
    '13/13/2026',
    '二〇二六年八月二十八十日',
    '28/08-2026',
    '0/8/2026',
    '99/8/2026',
    '20260230',
    '19990828',
    '28082026',
    '28 Sommer 2026',
    'soon',
    '28-Aug-1926',
    '2126-08-28',
    '04/05/06',
    '46262x',
    '36525',
    '73051',
    '462620',
    '2026',
    '2026-08-28 99:99',
    '2026-08-28 24:00',
    '2026-08-28T9',
    'Marsh 3, 2026',
    '28 Augus 2026',
    'Aug-28-26',
    '2026-08-28 room 5',
    '28.8.2026 5',
    '#N/A',
    `2026-08-28 ${'and so on '.repeat(20)}`,
  ])('where the calendar has no such day: %s', (text) => {
    expect(reading(text)).toBe('date-not-understood');
  });
});

it('no name of a month or weekday means another one in another language', () => {
  for (const language of namingLanguages) {
    for (const how of ['long', 'short'] as const) {
      const name = (part: 'month' | 'weekday', instant: number) =>
        new Intl.DateTimeFormat(language, { [part]: how, timeZone: 'UTC' }).format(instant);
      for (let at = 0; at < 12; at += 1)
        expect(monthNamed(name('month', Date.UTC(2026, at, 1)))).toBe(at + 1);
      for (let at = 0; at < 7; at += 1)
        expect(weekdayNamed(name('weekday', Date.UTC(2026, 5, 1 + at)))).toBe(at + 1);
    }
  }
});

// Where it were searched, it would not end before the test is given up.
it('a cell as large as a file is refused by its length', () => {
  const parts = [
    '-',
    '1 ',
    '9:00 ',
    '(',
    '1-',
    'a',
    '~ ',
    '上午',
    ' ,',
    't9:00',
    '2026-08-28 ',
    '十',
    '28 Aug to ',
  ];
  for (const part of parts) {
    expect(readDate(part.repeat(100_000))).toEqual({ trouble: { code: 'date-not-understood' } });
    expect(readDate(part.repeat(150).slice(0, 150))).toHaveProperty('trouble');
  }
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
