import { expect, it } from 'vitest';
import { isLowResponse } from '../../../src/domain/reports/low-response.ts';

it('is said below 60 % as it is read: rounded half up', () => {
  const answered = (count: number) => isLowResponse({ due: 1000, answered: count, excused: 0 });
  expect([answered(594), answered(595), answered(600)]).toEqual([true, false, false]);
});
