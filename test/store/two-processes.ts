import { afterAll, beforeAll } from 'vitest';
import type { Stores } from '../../src/domain/stores.ts';
import { type OpenedStores, openStores, type StoreOptions } from '../../src/store/open-stores.ts';
import { openTestDatabase } from '../support/database.ts';

/** The stores of one fresh database, opened twice as two processes would, for the tests of one file. */
export const useStores = () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let opened: OpenedStores[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await Promise.all([openStores(database), openStores(database)]);
  });
  afterAll(async () => {
    await Promise.all(opened.map(({ close }) => close()));
    await database?.close();
  });

  const at = (index: number): OpenedStores => {
    const found = opened[index];
    if (found === undefined) throw new Error('The stores are open only while tests run');
    return found;
  };
  const one = (): Stores => at(0).stores;
  const other = (): Stores => at(1).stores;
  /** Every other call speaks through the other process. */
  const either = (n: number): Stores => (n % 2 === 0 ? one() : other());
  return {
    one,
    other,
    either,
    opened: () => at(0),
    openAgain: (more: Partial<StoreOptions> = {}) => openStores({ ...database, ...more }),
  };
};
