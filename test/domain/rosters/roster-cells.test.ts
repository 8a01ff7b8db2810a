import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { columnOfHeading } from '../../../src/domain/rosters/heading-meaning.ts';
import { readDate } from '../../../src/domain/rosters/roster-date.ts';
import { readEmail, readEmails } from '../../../src/domain/rosters/roster-email.ts';
import { cleanCell, readCode, readText } from '../../../src/domain/rosters/roster-text.ts';
import { readTimeZone } from '../../../src/domain/rosters/roster-time-zone.ts';

const anyDay = fc
  .integer({ min: 0, max: 36_500 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));

describe('a date', () => {
  test('is understood in every way a spreadsheet or a Chinese or German hand writes it', () => {
    const ways: readonly ((day: Temporal.PlainDate) => string)[] = [
      String,
      ({ year, month, day }) => `${year}/${month}/${day}`,
      ({ year, month, day }) => `${year}.${month}.${day}`,
      ({ year, month, day }) => `${year}年${month}月${day}日`,
      ({ year, month, day }) => `${day}.${month}.${year}`,
      (day) => `${day.toString().replaceAll('-', '/')} 0:00`,
    ];
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...ways), (day, write) => {
        expect(readDate(write(day))).toEqual({ value: day.toString() });
      }),
    );
  });

  test('could be two days and is refused with both', () => {
    const details = { one: '2026-02-01', other: '2026-01-02' };
    expect(readDate('1/2/26')).toEqual({ trouble: { code: 'date-ambiguous', details } });
  });

  // No calendar has a 20th month; five digits are no other date than the one Excel saves so.
  test.each(['11/20/2026', '20-11-2026', '46346'])('%s could be one day only and is read', (text) => {
    expect(readDate(text)).toEqual({ value: '2026-11-20' });
  });

  test.each(['2026-02-29', '2026-13-01', '1926-11-20', '463460', 'tomorrow'])(
    '%s is no day of a training',
    (text) => {
      expect(readDate(text)).toEqual({ trouble: { code: 'date-not-understood' } });
    },
  );
});

describe('a time zone', () => {
  test.each([
    ['asia/shanghai', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['utc', 'UTC'],
    ['Europe/Berlin', 'Europe/Berlin'],
  ])('%s is %s', (text, zone) => {
    expect(readTimeZone(text)).toEqual({ value: zone });
  });

  test('written as a city alone is refused with the name that is probably meant', () => {
    expect(readTimeZone('new york')).toEqual({
      trouble: { code: 'time-zone-unknown', details: { suggestion: 'America/New_York' } },
    });
  });

  test('every zone of this machine is one', () => {
    for (const zone of Intl.supportedValuesOf('timeZone'))
      expect(readTimeZone(zone)).toEqual({ value: zone });
  });
});

describe('an e-mail address', () => {
  test('is the same in any letters, full-width ones too', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const reading = readEmail(address);
        fc.pre('value' in reading);
        expect(readEmail(address.toUpperCase())).toEqual(reading);
        expect(readEmail(`mailto:${address.replace('@', '＠')}`)).toEqual(reading);
      }),
    );
  });

  test.each([
    'li.wei',
    '@contoso.example',
    'li wei@contoso.example',
    'a@b',
    'a@b..example',
    'a;b@c.example',
    'a@b@c.example',
  ])('%s is none', (text) => {
    expect(readEmail(text)).toEqual({ trouble: { code: 'email-not-valid' } });
  });

  test('may hold an apostrophe, as names do', () => {
    expect(readEmail("Pat.O'Brien@contoso.example")).toEqual({ value: "pat.o'brien@contoso.example" });
  });

  test('several are kept in order, each once, whatever stands between them', () => {
    expect(readEmails('b@x.example; A@x.example，b@x.example、c@x.example')).toEqual({
      value: ['b@x.example', 'a@x.example', 'c@x.example'],
    });
    expect(readEmails('b@x.example; Tom')).toMatchObject({ trouble: { details: { part: 'Tom' } } });
  });
});

test('what cannot be seen is no part of a cell', () => {
  expect(cleanCell('\u200b 李\u3000 伟\u00a0\n')).toBe('李 伟');
});

test('a text that a spreadsheet would run is refused, whatever it begins with', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '#N/A', '＝1']) {
    expect(readText(text)).toEqual({ trouble: { code: 'text-like-formula' } });
  }
  expect(readText('C# and =signs')).toEqual({ value: 'C# and =signs' });
});

test('a code has nothing in it that ids or commands are divided by', () => {
  expect(readCode('销售-2026.02_b')).toEqual({ value: '销售-2026.02_b' });
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('/', '|', '#', '@', ' ', '\n', '$', '<'),
      fc.string(),
      (a, mark, b) => {
        expect(readCode(`${a}${mark}${b}`)).toHaveProperty('trouble');
      },
    ),
  );
});

test('headings are known without regard to spaces, hyphens, case and what is in brackets', () => {
  expect(
    ['E-mail', 'Training Code', '形式（课堂／线上）', ' 姓 名 ', 'TIME_ZONE', 'Notes'].map(columnOfHeading),
  ).toEqual(['email', 'training_code', 'mode', 'name', 'time_zone', undefined]);
});
