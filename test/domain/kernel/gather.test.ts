import { setImmediate as soon } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gather, gatherById } from '../../../src/domain/kernel/gather.ts';

/** Answers in capitals, remembers what was asked together, and never answers what hangs. */
const capitals = () => {
  const asked: (readonly string[])[] = [];
  const ask = gather(async (keys: readonly string[]) => {
    asked.push(keys);
    if (keys.includes('hangs')) await new Promise<never>(() => undefined);
    if (keys.includes('fails')) throw new Error('no');
    return keys.map((key) => key.toUpperCase());
  }, 3);
  return { ask, asked };
};

describe('questions that are gathered', () => {
  afterEach(() => void vi.useRealTimers());

  it('are asked together, so many at most, and each gets its own answer', async () => {
    const { ask, asked } = capitals();
    expect(await Promise.all(['a', 'b', 'c', 'd', 'a'].map(ask))).toEqual(['A', 'B', 'C', 'D', 'A']);
    expect(asked).toEqual([
      ['a', 'b', 'c'],
      ['d', 'a'],
    ]);
  });

  it.each([0, 1, 2])(
    'fail alone, wherever the bad one stands (%i), and the next are asked as if nothing had been',
    async (bad) => {
      const { ask } = capitals();
      const keys = ['a', 'b', 'c'].with(bad, 'fails');
      const answers = await Promise.allSettled(keys.map(ask));
      expect(answers.map(({ status }) => status === 'fulfilled')).toEqual(keys.map((key) => key !== 'fails'));
      expect(await ask('d')).toBe('D');
    },
  );

  it('are not held up for ever by one that hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { ask, asked } = capitals();
    void ask('hangs');
    await soon();
    const next = [ask('a'), ask('b')];
    await soon();
    expect(asked).toEqual([['hangs']]);
    vi.advanceTimersByTime(1000);
    expect(await Promise.all(next)).toEqual(['A', 'B']);
    expect(await ask('c')).toBe('C');
  });

  it('may find nothing by an id', async () => {
    const ask = gatherById(
      async (ids: readonly string[]) => ids.filter((id) => id !== 'none').map((id) => ({ id })),
      ({ id }) => id,
    );
    expect(await Promise.all(['a', 'none', 'a'].map(ask))).toEqual([{ id: 'a' }, undefined, { id: 'a' }]);
  });
});
