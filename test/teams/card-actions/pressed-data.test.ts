import { describe, expect, it } from 'vitest';
import { checkPressedData } from '../../../src/teams/card-actions/pressed-data.ts';

const codeOf = (data: unknown, longestText?: number): unknown => {
  try {
    checkPressedData(data, longestText);
    return 'taken';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('what a button sends', () => {
  it('is taken when it is small and plain', () => {
    for (const data of [
      {},
      { page: 1, answer: 'yes', list: ['a', 'b'] },
      null,
      undefined,
      'x'.repeat(2_000),
    ]) {
      expect(codeOf(data)).toBe('taken');
    }
  });

  it('may hold texts of 2,000 characters, or as many as the action says', () => {
    expect(codeOf({ deep: [{ text: 'x'.repeat(2_001) }] })).toBe('text-too-long');
    expect(codeOf({ text: 'x'.repeat(2_001) }, 4_000)).toBe('taken');
    expect(codeOf({ text: 'x'.repeat(101) }, 100)).toBe('text-too-long');
  });

  it('may hold 32 K characters altogether', () => {
    expect(codeOf(Array.from({ length: 17 }, () => 'x'.repeat(2_000)))).toBe('form-not-understood');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('never holds "%s", however deep', (key) => {
    expect(codeOf(JSON.parse(`{"a":[{"${key}":{"admin":true}}]}`))).toBe('form-not-understood');
  });
});
