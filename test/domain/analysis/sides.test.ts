import { expect, it } from 'vitest';
import { belowReady, sidesOf } from '../../../src/domain/analysis/sides.ts';
import { hidden, type Told } from '../../../src/domain/analysis/told.ts';
import { isScored, itemsById } from '../../../src/domain/questionnaires/questionnaire.ts';
import { buildRound, resultOf } from '../../support/build-round.ts';
import { t1 } from '../../support/questionnaires.ts';

const round = buildRound({ questionnaire: 't1.2' });
const scale = (id: string) => {
  const item = itemsById(t1).get(id);
  return item !== undefined && isScored(item) ? item : expect.fail(id);
};
const told = (id: string, ...points: (number | string)[]): Told => {
  const shown = resultOf(
    points.map((point) => ({ answers: { [id]: point } })),
    round,
  ).whole.items[id];
  return shown === undefined || shown === hidden ? expect.fail('hidden') : shown;
};
const depth = (...points: number[]) => sidesOf(scale('d1-depth'), told('d1-depth', ...points));
const ready = (...points: (number | string)[]) =>
  belowReady(scale('d1-understood'), told('d1-understood', ...points));

it('of a two-sided scale it is told how many leaned to which side, along the scale', () => {
  expect(depth(1, 3, 3, 3, 3, 4, 4, 5)).toEqual([
    { points: [0], times: 1 },
    { points: [2], times: 4 },
    { points: [3, 4], times: 3 },
  ]);
  expect(depth(3, 3, 3, 3, 3)).toEqual([{ points: [2], times: 5 }]);
});

it('where answers are told so far as a limit, the direction is told as little as the distribution', () => {
  expect(depth(4, 4, 4, 4, 4)).toBeUndefined();
  // Three of twelve found it right: whoever of two insiders did knows of one that did, and of nobody that did not.
  expect(depth(3, 3, 3, ...Array<number>(9).fill(5))).toBeUndefined();
  expect(depth(3, 3, 3, 3, ...Array<number>(8).fill(5))).toHaveLength(2);
});

it('of readiness it is told how many are below the point from which people can do it', () => {
  expect(ready(1, 2, 2, 3, 4, 5, 4, 4, 'none')).toEqual({ points: [0, 1], times: 3 });
  expect(ready(3, 4, 4, 4, 5)).toEqual({ points: [0, 1], times: 0 });
  expect(ready(1, 1, 1, 1, 4)).toBeUndefined();
  expect(belowReady(scale('d2-clarity'), told('d1-practical', 4, 4, 4, 4, 4))).toBeUndefined();
});
