import { expect, test } from 'vitest';
import { lastMomentFor } from '../../../src/domain/followups/last-moment.ts';
import { startOfDay } from '../../../src/domain/kernel/local-date.ts';
import { untilText } from '../../../src/wording/dates.ts';

/** The end of 28 August in Shanghai. */
const end = startOfDay('2026-08-29', 'Asia/Shanghai');

test.each(['Asia/Shanghai', 'Asia/Singapore', 'Australia/Perth'])(
  'where the day ends with the training’s, the day says it all: %s',
  (zone) => expect(lastMomentFor(end, zone)).toEqual({ date: '2026-08-28' }),
);

test.each([
  ['Europe/Berlin', '2026-08-28', '18:00'],
  ['America/New_York', '2026-08-28', '12:00'],
  ['Asia/Kolkata', '2026-08-28', '21:30'],
  ['Pacific/Auckland', '2026-08-29', '04:00'],
])('elsewhere it is that person’s date, and the hour: %s', (zone, date, time) =>
  expect(lastMomentFor(end, zone)).toEqual({ date, time }),
);

test('a day that is over at one in the morning, for its clocks were put forward at midnight, is a whole one', () => {
  const midnightless = startOfDay('2026-09-06', 'America/Santiago');
  expect(lastMomentFor(midnightless, 'America/Santiago')).toEqual({ date: '2026-09-05' });
});

test('the hour is told behind the day, and only where there is one', () => {
  expect(untilText({ date: '2026-08-28' })).toEqual({ zh: '8月28日（周五）', en: 'Fri 28 Aug' });
  expect(untilText({ date: '2026-08-28', time: '18:00' })).toEqual({
    zh: '8月28日（周五）18:00',
    en: 'Fri 28 Aug, 18:00',
  });
});

test('on the day itself it is called today, with the hour, and the date for whoever reads it later', () => {
  const [before, on] = [new Date('2026-08-27T23:59+08:00'), new Date('2026-08-28T00:00+08:00')];
  expect(lastMomentFor(end, 'Asia/Shanghai', before)).toEqual({ date: '2026-08-28' });
  expect(untilText(lastMomentFor(end, 'Asia/Shanghai', on))).toEqual({
    zh: '今天8月28日（周五）24:00',
    en: 'midnight tonight, Fri 28 Aug',
  });
  expect(untilText(lastMomentFor(end, 'Europe/Berlin', new Date('2026-08-28T09:00+02:00')))).toEqual({
    zh: '今天8月28日（周五）18:00',
    en: '18:00 today, Fri 28 Aug',
  });
});
