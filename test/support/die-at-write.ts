import mongoose from 'mongoose';

/** What changes a collection. */
const writing = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'bulkWrite',
  'findOneAndUpdate',
  'deleteOne',
  'deleteMany',
] as const;

/**
 * Does something until its so-manieth write (from 1) is about to be sent, or was answered: there the process is as
 * dead, and so is whatever it does after. True: it died. Of one test at a time, for it reaches every connection.
 */
export const dieAtWrite = async (
  nth: number,
  when: 'before' | 'after',
  work: () => Promise<unknown>,
): Promise<boolean> => {
  const prototype = mongoose.mongo.Collection.prototype as unknown as Record<
    string,
    (...args: unknown[]) => Promise<unknown>
  >;
  const originals = writing.map((name) => [name, prototype[name]] as const);
  let writes = 0;
  let died = false;
  const die = (): never => {
    died = true;
    throw new Error('killed');
  };
  for (const [name, original] of originals) {
    if (original === undefined) continue;
    prototype[name] = async function (this: unknown, ...args: unknown[]) {
      writes += 1;
      if (died || (writes === nth && when === 'before')) die();
      const answer = await Reflect.apply(original, this, args);
      if (writes === nth && when === 'after') die();
      return answer;
    };
  }
  try {
    await work();
  } catch (error) {
    if (!died) throw error;
  } finally {
    for (const [name, original] of originals) if (original !== undefined) prototype[name] = original;
  }
  return died;
};
