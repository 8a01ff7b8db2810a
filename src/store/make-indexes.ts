import { isDeepStrictEqual } from 'node:util';
import type { Connection, Model, mongo } from 'mongoose';
import { type LockMeans, withLock } from './migrations/with-lock.ts';

type Index = Pick<mongo.IndexDescriptionInfo, 'name' | 'key'> & Readonly<Record<string, unknown>>;

/**
 * Makes every index the schemas name. One that is there with other keys or options, made by another version, is dropped
 * and made anew, by one process at a time. Rejects with 11000 when the data hold what a unique index forbids.
 */
export const makeIndexes = async (connection: Connection, db: mongo.Db, means: LockMeans): Promise<void> => {
  for (const model of Object.values(connection.models)) {
    try {
      await model.createIndexes();
    } catch (error) {
      if (!isConflict(error)) throw error;
      await withLock(db, means, async () => {
        await dropThoseInTheWay(model);
        await model.createIndexes();
      });
    }
  }
};

/** An index of the same name or of the same keys is there and differs (85: options, 86: keys). */
const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 85 || error.code === 86);

const dropThoseInTheWay = async (model: Model<unknown>): Promise<void> => {
  const collection = model.collection as unknown as mongo.Collection;
  const wanted = model.schema.indexes().map(([key, options]) => indexOf(key as Index['key'], options));
  for (const there of await collection.indexes()) {
    const one = indexOf(there.key, there);
    const rival = wanted.find(({ name, key }) => name === one.name || isDeepStrictEqual(key, one.key));
    if (rival !== undefined && !isDeepStrictEqual(rival, one)) await collection.dropIndex(one.name);
  }
};

/** An index by what tells it from others; its keys as a list, for their order counts. */
const indexOf = (key: Index['key'], options: Readonly<Record<string, unknown>>) => {
  const { name, unique, sparse, expireAfterSeconds, partialFilterExpression } = options;
  const keys = Object.entries(key);
  return {
    name: typeof name === 'string' ? name : keys.map((part) => part.join('_')).join('_'),
    key: keys,
    unique: unique === true,
    sparse: sparse === true,
    expireAfterSeconds,
    partialFilterExpression,
  };
};
