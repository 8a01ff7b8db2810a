import { expect, it } from 'vitest';
import { scoreVerdict, shareVerdict } from '../../../src/views/analysis/shown-verdict.ts';

it('nothing is better or worse by a difference that is rounded away', () => {
  expect(scoreVerdict('better', { value: 4.001 }, { value: 4.0049 })).toBe('no-clear-change');
  expect(scoreVerdict('worse', { value: 4.0049 }, { value: 4.001 })).toBe('no-clear-change');
  expect(scoreVerdict('better', { value: 4.001 }, { value: 4.01 })).toBe('better');
  expect(shareVerdict('worse', { value: 0.574 }, { value: 0.566 })).toBe('no-clear-change');
  expect(shareVerdict('worse', { value: 0.575 }, { value: 0.566 })).toBe('worse');
});

it('nor against the figures beside it, limits as they are read', () => {
  expect(scoreVerdict('better', { value: 2.161, atMost: true }, { value: 2.17 })).toBe('no-clear-change');
  expect(scoreVerdict('worse', { value: 4 }, { value: 2.4, atMost: true })).toBe('worse');
  expect(scoreVerdict('better', { value: 4 }, { value: 3 })).toBe('no-clear-change');
});

it('says nothing of what was no clear change, whatever the figures', () => {
  expect(scoreVerdict('no-clear-change', { value: 3 }, { value: 4 })).toBe('no-clear-change');
});
