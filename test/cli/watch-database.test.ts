import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { watchDatabase } from '../../src/cli/watch-database.ts';

const watched = async (ping: () => Promise<void>, anew: boolean): Promise<number> => {
  let calls = 0;
  const end = watchDatabase(
    { ping, answersAnew: async () => anew },
    () => {
      calls += 1;
    },
    5,
  );
  await pause(200);
  end();
  return calls;
};
const fails = async () => {
  throw new Error('away');
};

test('a connection that fails while a fresh one is answered is told once', async () => {
  expect(await watched(fails, true)).toBe(1);
});

test('a database that is away for everybody is waited for', async () => {
  expect(await watched(fails, false)).toBe(0);
});

test('a failure that passes is nothing', async () => {
  let asked = 0;
  const now = async () => {
    asked += 1;
    if (asked % 3 !== 0) throw new Error('away');
  };
  expect(await watched(now, true)).toBe(0);
});
