import { expect, test } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { chooseScope, type OfferedScope } from '../../../src/domain/reports/report-scopes.ts';

const manager = (person: string, name: string): OfferedScope => ({
  scope: { kind: 'manager', person: person as PersonId, name },
  name,
});
const offered: readonly OfferedScope[] = [
  { scope: { kind: 'manager', person: 'self' as PersonId }, name: '' },
  manager('mei', '王梅 Wang Mei'),
  { scope: { kind: 'department', department: '销售部 Sales' }, name: '销售部 Sales' },
];

test.each([
  ['Q3', 0, 'Q3'],
  ['Wang Mei Q3', 1, 'Q3'],
  ['王梅 Q3', 1, 'Q3'],
  ['Q3 王梅 wang mei', 1, 'Q3'],
  ['销售部 sales 2026', 2, '2026'],
  // Two departments may share a half.
  ['Sales 2026', 0, 'Sales 2026'],
])(
  'a report is asked for by either half of a manager’s name, and by a department’s whole one: %s',
  (typed, at, rest) => {
    expect(chooseScope(offered, typed)).toEqual({ chosen: offered[at], rest });
  },
);
