import { afterAll, beforeAll } from 'vitest';
import type { Stores } from '../../src/domain/stores.ts';
import { type OpenedStores, openStores } from '../../src/store/open-stores.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** The real stores on a database of this test file's own, opened before its tests and closed after. */
export const useTestStores = (): (() => Stores) => {
  let database: TestDatabase | undefined;
  let opened: OpenedStores | undefined;
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openStores(database);
  });
  afterAll(async () => {
    await opened?.close();
    await database?.close();
  });
  return () => {
    if (opened === undefined) throw new Error('the stores are open only while tests run');
    return opened.stores;
  };
};
