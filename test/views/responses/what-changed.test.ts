import { expect, test } from 'vitest';
import type { Issue } from '../../../src/domain/issues/issue.ts';
import { same } from '../../../src/domain/kernel/text.ts';
import { whatCameOf } from '../../../src/views/responses/what-changed.ts';

const told = (...issues: readonly (readonly [name: string, state: Issue['state']])[]) =>
  whatCameOf(
    issues.map(([name, state]) => ({ name, state })),
    ({ name }) => same(name),
  );

test('what came of a weak point is told once it is in somebody’s hands, and once it is improved', () => {
  expect(told(['Methods', 'done'], ['Venue', 'assigned'], ['Length', 'open'])).toEqual({
    improved: [same('Methods')],
    underWay: [same('Venue')],
  });
  expect(told(['Length', 'open'])).toBeUndefined();
  expect(told()).toBeUndefined();
});

test('what is weak with two instructors is named once, and called improved when it is so with both', () => {
  expect(told(['Methods', 'done'], ['Methods', 'done'])?.improved).toEqual([same('Methods')]);
  expect(told(['Methods', 'done'], ['Methods', 'open'])).toBeUndefined();
  expect(told(['Methods', 'done'], ['Methods', 'assigned'])).toEqual({
    improved: [],
    underWay: [same('Methods')],
  });
});
