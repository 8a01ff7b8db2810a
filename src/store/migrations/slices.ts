import type { mongo } from 'mongoose';
import type { Log } from '../../domain/kernel/log.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import type { Questionnaires } from '../../domain/questionnaires/registry.ts';
import type { ResponseKeys } from '../../domain/responses/response-keys.ts';
import type { Seal } from '../../domain/responses/seal.ts';

type Document = mongo.Document;

/** How documents of one collection are changed. */
export interface Change {
  readonly collection: string;
  /** The fields at the top of a document that `change` looks at; it sees no others. */
  readonly fields: readonly string[];
  /** Undefined: this one is as it should be. */
  change(document: Readonly<Document>): mongo.UpdateFilter<Document> | undefined;
}

/** What the product knows besides the database. */
export interface Given {
  readonly seal: Seal;
  readonly digestOf: ResponseKeys['person'];
  /** The organisation's. */
  readonly timeZone: string;
  readonly questionnaires?: Questionnaires;
  readonly settings?: Pick<Settings, 'minimumGroup'>;
  readonly log?: Log;
}

/** What a migration works with. */
export interface Slices {
  readonly db: mongo.Db;
  readonly given: Given;
  /** Throws when another process has taken over: asked before every step that takes long. */
  stillMine(): Promise<void>;
  /**
   * Goes through a collection, some hundred documents at a time, by `_id` (all of one type). A document is changed only if
   * the fields looked at are still as they were; one that somebody else changed meanwhile is looked at again.
   */
  change(change: Change): Promise<void>;
  /** Drops an index the product once made, if it is still there. */
  dropIndex(collection: string, name: string): Promise<void>;
}

const sliceSize = 500;
/** A document that somebody changes at every look is not being changed by people. */
const mostPasses = 20;

/** `stillMine` is asked before every slice and throws when another process has taken over. */
export const slicesOf = (db: mongo.Db, stillMine: () => Promise<void>, given: Given): Slices => ({
  db,
  given,
  stillMine,
  change: async (change) => {
    for (let pass = 0; pass < mostPasses; pass += 1) {
      if ((await changeAll(db, change, stillMine)) === 0) return;
    }
    throw new Error(`${change.collection} does not come to rest`);
  },
  dropIndex: async (collection, name) => {
    await stillMine();
    await db
      .collection(collection)
      .dropIndex(name)
      .catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
  },
});

/** One pass; how many documents were changed by somebody else between look and write. */
const changeAll = async (
  db: mongo.Db,
  { collection, fields, change }: Change,
  stillMine: () => Promise<void>,
): Promise<number> => {
  const documents = db.collection(collection);
  const projection = Object.fromEntries(fields.map((field) => [field, 1]));
  let missed = 0;
  let after: Document = {};
  for (;;) {
    await stillMine();
    const slice = await documents.find(after, { projection }).sort({ _id: 1 }).limit(sliceSize).toArray();
    const writes = slice.flatMap((document) => {
      const update = change(document);
      const filter = { _id: document._id, ...asSeen(document, fields) };
      return update === undefined ? [] : [{ updateOne: { filter, update } }];
    });
    if (writes.length > 0) {
      const { matchedCount } = await documents.bulkWrite(writes, { ordered: false });
      missed += writes.length - matchedCount;
    }
    const last = slice.at(-1);
    if (last === undefined || slice.length < sliceSize) return missed;
    after = { _id: { $gt: last._id } };
  }
};

const asSeen = (document: Document, fields: readonly string[]): Document =>
  Object.fromEntries(
    fields
      .filter((field) => field !== '_id')
      .map((field) => [field, field in document ? { $eq: document[field] } : { $exists: false }]),
  );

/** No such index (27), no such collection (26). */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 26 || error.code === 27);
