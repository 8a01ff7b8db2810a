import mongoose from 'mongoose';

const asking = ['find', 'findOne', 'aggregate', 'countDocuments', 'distinct'] as const;
const writing = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'bulkWrite',
  'findOneAndUpdate',
] as const;

/**
 * What the database is asked while something is done, in order: `people.find`, `visits.bulkWrite`. Of one test at a
 * time, for it listens to every connection.
 */
export const databaseSteps = async (work: () => Promise<unknown>): Promise<string[]> => {
  const prototype = mongoose.mongo.Collection.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const names = [...asking, ...writing];
  const originals = names.map((name) => [name, prototype[name]] as const);
  const steps: string[] = [];
  let within = false;
  for (const [name, original] of originals) {
    if (original === undefined) continue;
    prototype[name] = function (this: { readonly collectionName: string }, ...args: unknown[]) {
      // The driver's own findOne is a find: one step, not two.
      const outermost = !within;
      if (outermost) steps.push(`${this.collectionName}.${name}`);
      within = true;
      try {
        return Reflect.apply(original, this, args);
      } finally {
        if (outermost) within = false;
      }
    };
  }
  try {
    await work();
  } finally {
    for (const [name, original] of originals) if (original !== undefined) prototype[name] = original;
  }
  return steps;
};
