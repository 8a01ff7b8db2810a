import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/kernel/refusal.ts';
import { parsePeriod } from '../../../src/domain/reports/parse-period.ts';
import {
  type Period,
  previousPeriod,
  quarterOf,
  quarterPeriod,
  yearPeriod,
} from '../../../src/domain/reports/period.ts';
import { anyDate } from '../../support/any-date.ts';

const today = '2026-08-15';
const named = (period: Period) =>
  period.kind === 'year' ? `${period.year}` : `${period.year} Q${period.quarter}`;
const refusal = (text: string, day = today) => {
  try {
    parsePeriod(text, day);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};

describe('periods', () => {
  it.each([
    ...['', '  ', '本季度', '这个季度', '本季', 'this quarter', 'current quarter'].map((text) => [
      text,
      '2026 Q3',
    ]),
    ...['Q3', 'q3', 'Q 3', 'Ｑ３', '3q', '3rd quarter', 'quarter 3', 'third quarter'].map((text) => [
      text,
      '2026 Q3',
    ]),
    ...['第三季度', '三季度', '第3季度', '3季度', '第三季', '今年三季度', 'the third quarter of 2026'].map(
      (text) => [text, '2026 Q3'],
    ),
    ...['Q3 2025', '2025 Q3', '2025Q3', '2025-Q3', '2025/q3', 'Q3/2025', "Q3'25", 'Q3 25', 'q3 of 2025'].map(
      (text) => [text, '2025 Q3'],
    ),
    ...[
      '2025年第三季度',
      '2025年三季度',
      '２０２５年第3季度',
      '25年第三季度',
      '2025年Q3',
      '去年第三季度',
      '去年的Q3',
      'Q3 last year',
    ].map((text) => [text, '2025 Q3']),
    ...['上季度', '上个季度', '上一季度', 'last quarter', 'Previous Quarter', 'Q2'].map((text) => [
      text,
      '2026 Q2',
    ]),
    ...['Q4', '第四季度', '四季度'].map((text) => [text, '2025 Q4']),
    ...['2026', '2026年', '今年', '本年', '本年度', 'this year'].map((text) => [text, '2026']),
    ...['2025年', '2025年度', '去年', '上年', '上一年', 'last year'].map((text) => [text, '2025']),
  ])('"%s" is %s in August 2026', (text, expected) => {
    expect(named(parsePeriod(text ?? '', today))).toBe(expected);
  });

  it.each([
    'Q5',
    'Q0',
    '第五季度',
    'banana',
    '3',
    '三',
    '20255',
    '1850',
    'Q3 Q4',
    '2025 2026',
    'Q33',
    '季度',
    '0年',
    'x'.repeat(9999),
  ])('"%s" is not understood', (text) => {
    expect(refusal(text)?.code).toBe('period-not-understood');
  });

  it('a period of the future is refused by name', () => {
    expect(refusal('2026 Q4')).toMatchObject({
      code: 'period-not-begun',
      details: { year: 2026, quarter: 4 },
    });
    expect(refusal('2027')).toMatchObject({ code: 'period-not-begun', details: { year: 2027 } });
    expect(refusal('今年第四季度')?.code).toBe('period-not-begun');
    expect(refusal('2026 Q4', '2026-10-01')).toBeUndefined();
  });

  it('has its first and last day', () => {
    expect(quarterPeriod(2028, 1)).toMatchObject({ fromDate: '2028-01-01', toDate: '2028-03-31' });
    expect(quarterPeriod(2026, 2)).toMatchObject({ fromDate: '2026-04-01', toDate: '2026-06-30' });
    expect(yearPeriod(2026)).toMatchObject({ fromDate: '2026-01-01', toDate: '2026-12-31' });
    expect(named(previousPeriod(quarterPeriod(2026, 1)))).toBe('2025 Q4');
    expect(named(previousPeriod(yearPeriod(2026)))).toBe('2025');
  });

  it('every day lies in its quarter, and quarters follow one another without a gap', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const quarter = quarterOf(date.toString());
        expect(quarter.fromDate <= date.toString() && date.toString() <= quarter.toDate).toBe(true);
        const before = previousPeriod(quarter);
        expect(quarterOf(before.toDate)).toEqual(before);
        expect(before.toDate < quarter.fromDate).toBe(true);
      }),
    );
  });

  it('a bare quarter is the latest that has begun', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(1, 2, 3, 4), (date, quarter) => {
        const period = parsePeriod(`Q${quarter}`, date.toString());
        const nextOne = yearPeriod(period.year + 1);
        expect(period).toMatchObject({ kind: 'quarter', quarter });
        expect(period.fromDate <= date.toString()).toBe(true);
        expect(parsePeriod(`Q${quarter}`, nextOne.toDate).year).toBe(nextOne.year);
        expect(date.year - period.year).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('whatever is typed is a period or a refusal', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'Qq1234 2025年第三季度上本去last') })),
        (text) => {
          const refused = refusal(text);
          if (refused === undefined) expect(parsePeriod(text, today).fromDate <= today).toBe(true);
          else expect(refused.code).toMatch(/^period-not-/);
        },
      ),
    );
  });
});
