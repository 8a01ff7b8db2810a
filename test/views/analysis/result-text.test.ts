import { expect, it } from 'vitest';
import { noIssuesHeading } from '../../../src/views/analysis/result-text.ts';
import { noIssueNamed, noIssues } from '../../../src/wording/result-words.ts';

const rule = { meanBelow: 3.5, satisfactionBelow: 0.6, minimumN: 5 };

it('without an issue nothing is praised beside a dimension that is drawn as low', () => {
  expect(noIssuesHeading([{ value: 4.2 }, { value: 3.5 }], 'all', rule)).toBe(noIssues.all);
  for (const judged of ['all', 'some'] as const)
    expect(noIssuesHeading([{ value: 4.2 }, { value: 3.49 }], judged, rule)).toBe(noIssueNamed);
});

it('where too few answered to tell of issues, that is said, however low a dimension is', () => {
  expect(noIssuesHeading([], 'none', rule)).toBe(noIssues.none);
  expect(noIssuesHeading([{ value: 2 }], 'none', rule)).toBe(noIssues.none);
});
