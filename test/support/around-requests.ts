import mongoose from 'mongoose';

/** What changes a collection. */
export const writing = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'bulkWrite',
  'findOneAndUpdate',
  'deleteOne',
  'deleteMany',
] as const;

/** Stands around a request, `people.find`; `send` sends it and gives its answer. */
type Around = (request: string, send: () => unknown) => unknown;

/** Does something with this around each request of these names. Of one test at a time, for it reaches every connection. */
export const aroundRequests = async <Done>(
  names: readonly string[],
  around: Around,
  work: () => Promise<Done>,
): Promise<Done> => {
  const prototype = mongoose.mongo.Collection.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const originals = names.map((name) => {
    const original = prototype[name];
    if (original === undefined) throw new Error(`the driver has no ${name}`);
    return [name, original] as const;
  });
  for (const [name, original] of originals) {
    prototype[name] = function (this: { readonly collectionName: string }, ...args: unknown[]) {
      return around(`${this.collectionName}.${name}`, () => Reflect.apply(original, this, args));
    };
  }
  try {
    return await work();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
};
