import { describe, expect, test } from 'vitest';
import { nearest } from '../../../src/domain/kernel/nearest.ts';

const departments = ['Sales', 'Sales Asia', 'Finance', '销售部', '销售一部', '人力资源部'];

describe('what looks like what was asked for', () => {
  test.each([
    ['sales', ['Sales', 'Sales Asia']],
    ['Saels', ['Sales']],
    ['finanse', ['Finance']],
    ['销售', ['销售部', '销售一部']],
    ['人力', ['人力资源部']],
    ['zzz', []],
    ['', []],
  ])('%s', (asked, near) => {
    expect(nearest(asked, departments, 5)).toEqual(near);
  });

  test('comes most alike first, and no more than asked for', () => {
    expect(nearest('sales', ['Sales Asia', 'Sales', 'Sale'], 2)).toEqual(['Sales', 'Sale']);
  });
});
