import type { mongo } from 'mongoose';
import { isDuplicateKey } from './upsert.ts';

/**
 * Many writes to a model's collection in one request, in no order. Past Mongoose, straight to the driver: looking at
 * each write once more would cost more than all the rest, and what is written here is made by us, type by type. Where one
 * cannot be written all others are: then each is tried alone, and what the first of the bad ones met with is thrown.
 */
export const writeMany = async <Kept extends mongo.Document>(
  model: { readonly collection: unknown },
  writes: readonly mongo.AnyBulkWriteOperation<Kept>[],
): Promise<mongo.BulkWriteResult> => {
  const collection = model.collection as mongo.Collection<Kept>;
  try {
    return await collection.bulkWrite(writes, { ordered: false });
  } catch (error) {
    if (writes.length === 1 || isDuplicateKey(error) || isAway(error)) throw error;
    const tried = await Promise.allSettled(writes.map((one) => collection.bulkWrite([one])));
    const [bad] = tried.filter(({ status }) => status === 'rejected');
    throw bad?.status === 'rejected' ? bad.reason : error;
  }
};

/** Nothing is wrong with what was to be written: nobody was there to take it. */
const isAway = (error: unknown): boolean =>
  error instanceof Error && /Network|ServerSelection|NotConnected|Topology|Pool/.test(error.name);
