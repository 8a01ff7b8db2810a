import { describe, expect, it } from 'vitest';
import { type CellGroup, showableCells } from '../../../src/domain/analysis/showable-cells.ts';
import { emptyTally, type Tally } from '../../../src/domain/analysis/tally.ts';

const of = (n: number): Tally => ({ ...emptyTally, n });
const group = (count: number, ...cells: string[]): CellGroup => ({
  cells: new Set(cells),
  count,
  tally: of(count),
});

describe('the cells of a round that are shown', () => {
  it('are the same in whatever order people were counted, where either could be and not both', () => {
    const groups = [group(10), group(2, 'b'), group(3, 'a', 'b'), group(2, 'a')];
    const rules = { whole: of(17), inCell: () => of(5), minimum: 5 };
    expect([...showableCells(groups, rules)]).toEqual(['a']);
    expect([...showableCells(groups.toReversed(), rules)]).toEqual(['a']);
  });
});
