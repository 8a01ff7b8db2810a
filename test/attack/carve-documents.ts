import mongoose from 'mongoose';

export type Document = mongoose.mongo.Document;

/** How a document with an `_id` of text, and the fields the driver or a server puts first, begins after its length. */
const beginning = Buffer.from('\x02_id\0', 'latin1');
const longest = 1 << 20;

/**
 * Every whole document that stands anywhere in these bytes, whatever they are: pages in use, free pages, a log of what was
 * written. One that is there several times is given several times.
 */
export const carveDocuments = (bytes: Buffer): Document[] => {
  const found: Document[] = [];
  for (let at = bytes.indexOf(beginning); at >= 0; at = bytes.indexOf(beginning, at + 1)) {
    if (at < 4) continue;
    const length = bytes.readInt32LE(at - 4);
    if (length < 12 || length > longest || bytes[at - 4 + length - 1] !== 0) continue;
    try {
      found.push(mongoose.mongo.BSON.deserialize(bytes.subarray(at - 4, at - 4 + length)));
    } catch {
      // It only looked like one, or its rest lies on another page.
    }
  }
  return found;
};
