import { Temporal } from 'temporal-polyfill';

/** A quarter or a year of the organisation's calendar, first and last day included (`YYYY-MM-DD`). */
export type Period =
  | {
      readonly kind: 'quarter';
      readonly year: number;
      readonly quarter: Quarter;
      readonly fromDate: string;
      readonly toDate: string;
    }
  | { readonly kind: 'year'; readonly year: number; readonly fromDate: string; readonly toDate: string };

export type Quarter = 1 | 2 | 3 | 4;

export const yearPeriod = (year: number): Period => ({
  kind: 'year',
  year,
  fromDate: firstDay(year, 1).toString(),
  toDate: lastDay(year, 12).toString(),
});

export const quarterPeriod = (year: number, quarter: Quarter): Period => ({
  kind: 'quarter',
  year,
  quarter,
  fromDate: firstDay(year, quarter * 3 - 2).toString(),
  toDate: lastDay(year, quarter * 3).toString(),
});

/** The quarter a local date (`YYYY-MM-DD`) lies in. */
export const quarterOf = (date: string): Period => {
  const { year, month } = Temporal.PlainDate.from(date);
  return quarterPeriod(year, Math.ceil(month / 3) as Quarter);
};

/** The period of the same kind just before. */
export const previousPeriod = (period: Period): Period => {
  if (period.kind === 'year') return yearPeriod(period.year - 1);
  return period.quarter === 1
    ? quarterPeriod(period.year - 1, 4)
    : quarterPeriod(period.year, (period.quarter - 1) as Quarter);
};

const firstDay = (year: number, month: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day: 1 });

// Day 31 is constrained to the month's last.
const lastDay = (year: number, month: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day: 31 });
