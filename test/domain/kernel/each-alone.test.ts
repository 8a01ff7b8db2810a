import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachAlone } from '../../../src/domain/kernel/each-alone.ts';
import type { Log } from '../../../src/domain/kernel/log.ts';
import { drawn } from '../../support/how-often.ts';

const logInto = (told: unknown[]): Log => {
  const write = (fields: unknown) => void told.push(fields);
  return { debug: write, info: write, warn: write, error: write };
};

it('whichever items are bad, all others are done, and the bad ones are named in the log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 20 }), async (good) => {
      const told: { item: string }[] = [];
      const done: number[] = [];
      const count = await eachAlone({ log: logInto(told) }, [...good.keys()], String, async (index) => {
        if (good[index] !== true) throw new Error('bad');
        done.push(index);
      });
      const these = (are: boolean) => [...good.keys()].filter((index) => good[index] === are);
      expect(done).toEqual(these(true));
      expect(count).toBe(done.length);
      expect(told.map(({ item }) => item)).toEqual(these(false).map(String));
    }),
    drawn(20),
  );
});

it('what fails many times in a row is a database that is away: the rest does not wait for it one by one', async () => {
  let tried = 0;
  const work = eachAlone({}, [...Array(100).keys()], String, async () => {
    tried += 1;
    throw new Error('away');
  });
  await expect(work).rejects.toThrow('away');
  expect(tried).toBe(25);
});
