import { expect, it } from 'vitest';
import { readReportRequest } from '../../../src/domain/reports/read-report-request.ts';

it.each([
  ['', '', ''],
  ['Q3', 'Q3', ''],
  ['Q3 Sales', 'Q3', 'Sales'],
  ['Sales Q3 2026', 'Q3 2026', 'Sales'],
  ['for Sales in Q3', 'in Q3', 'Sales'],
  ['销售部第三季度', '第三季度', '销售部'],
  ['第三季度的销售部', '第三季度的', '销售部'],
  ['R2026 Sales', '', 'R2026 Sales'],
])('the longest period at an end of “%s” is “%s”, the rest “%s”', (typed, period, about) => {
  expect(readReportRequest(typed)).toEqual({ period, about });
});

it.each(['next tuesday', 'last month', '九月', 'Q9', '上半年', '20261'])(
  'what sounds like a time is a period to be written otherwise: %s',
  (typed) => {
    expect(readReportRequest(typed)).toEqual({ period: typed, about: '' });
  },
);
