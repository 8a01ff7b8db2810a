import { expect, it } from 'vitest';
import { waitUntil } from '../../../src/store/migrations/wait-until.ts';

/** Waits until it was looked so often; after which looks something was said. */
const saidAfter = async (looks: number): Promise<number[]> => {
  let looked = 0;
  const said: number[] = [];
  const isSo = async () => {
    looked += 1;
    return looked > looks;
  };
  await waitUntil(isSo, () => void said.push(looked), 0);
  return said;
};

it('a wait that is over at once is not spoken of; one that lasts is, soon, and then now and then', async () => {
  expect(await saidAfter(0)).toEqual([]);
  expect(await saidAfter(3)).toEqual([]);
  expect(await saidAfter(300)).toEqual([4, 124, 244]);
});
