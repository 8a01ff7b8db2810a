import { describe, expect, it } from 'vitest';
import {
  readCancelled,
  readLength,
  readMode,
  readSource,
  readWithdrawn,
} from '../../../src/domain/rosters/roster-choices.ts';

describe('a choice is read', () => {
  it.each([
    [readMode, 'F2F', 'classroom'],
    [readMode, 'Face to Face', 'classroom'],
    [readMode, '線下', 'classroom'],
    [readMode, 'Instructor-led Training', 'classroom'],
    [readMode, '集中面授', 'classroom'],
    [readMode, 'e-Learning', 'online'],
    [readMode, '直播课', 'online'],
    [readMode, 'Online course', 'online'],
    [readMode, '线上／线下', 'mixed'],
    [readMode, '混合式', 'mixed'],
    [readMode, '混合（线上+线下）', 'mixed'],
    [readSource, '内部培训', 'internal'],
    [readSource, 'In-house', 'internal'],
    [readSource, '委外', 'external'],
    [readLength, 'Long term', 'long'],
    [readLength, '短期班', 'short'],
    [readWithdrawn, '√', true],
    [readWithdrawn, '×', false],
    [readWithdrawn, '/', false],
    [readWithdrawn, 'Not started', false],
    [readWithdrawn, '已报名', false],
    [readWithdrawn, 'Cancelled', true],
    [readWithdrawn, '取消报名', true],
    [readCancelled, 'called off', true],
    [readCancelled, '正常开班', false],
  ] as const)('in whatever words people put it: %o %s', (read, text, value) => {
    expect(read(text)).toEqual({ value });
  });

  it.each([
    [readMode, 'training', 'mode-unknown'],
    [readMode, '(online)', 'mode-unknown'],
    [readMode, 'online or classroom', 'mode-unknown'],
    [readSource, '内外部', 'source-unknown'],
    [readLength, '3 days', 'length-unknown'],
    // "No" beside something else is no answer to the question that was asked.
    [readWithdrawn, 'no training', 'withdrawn-unknown'],
    [readCancelled, 'no course', 'status-unknown'],
    [readWithdrawn, 'yes (ill)', 'withdrawn-unknown'],
    [readWithdrawn, 'No show', 'withdrawn-unknown'],
  ] as const)('only where it is one: %o %s is refused', (read, text, code) => {
    expect(read(text)).toMatchObject({ trouble: { code } });
  });
});
