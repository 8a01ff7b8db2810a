import type { mongo } from 'mongoose';

/**
 * Many writes to a model's collection in one request, in no order. Past Mongoose, straight to the driver: looking at
 * each write once more would cost more than all the rest, and what is written here is made by us, type by type.
 */
export const writeMany = async <Kept extends mongo.Document>(
  model: { readonly collection: unknown },
  writes: readonly mongo.AnyBulkWriteOperation<Kept>[],
): Promise<mongo.BulkWriteResult> =>
  (model.collection as mongo.Collection<Kept>).bulkWrite(writes, { ordered: false });
