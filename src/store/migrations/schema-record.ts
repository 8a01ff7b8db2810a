import type { mongo } from 'mongoose';
import { z } from 'zod';
import { isBelieved } from '../believed-until.ts';
import { present } from '../present.ts';
import { isDuplicateKey } from '../upsert.ts';
import { DamagedDatabase } from './damaged-database.ts';
import type { Version } from './migration.ts';

const count = z.int().min(0);
/** What shape the database is in; one document, of id `schema`. */
const shape = z
  .object({
    /** The number of the last migration that is done; 0: begun by a product that had none. */
    version: count,
    /** No product of a version before this may work here any more. */
    oldest: count,
    /** Up to this migration what is no longer read has been removed. */
    cleared: count,
    /** While a release that is alone is gone through: the last migration that is done, behind the version others are told. */
    added: count.optional(),
  })
  .refine(({ version, oldest, cleared }) => cleared <= oldest && oldest <= version);

/** As it is believed; the lock beside it is looked at by itself. */
export type SchemaRecord = Readonly<z.infer<typeof shape>>;
/** What changes in it; what is undefined goes. */
export type SchemaNews = { readonly [Field in keyof SchemaRecord]?: SchemaRecord[Field] | undefined };
type StoredRecord = SchemaRecord & { readonly _id: 'schema'; readonly lock?: HeldLock };

/** Who is changing the shape now, and until when that is believed. */
export interface HeldLock {
  readonly owner: string;
  readonly until: Date;
}

const name = 'schema';
/** Who works on the database: not what it holds. */
export const processesName = 'processes';
const id = { _id: 'schema' } as const;

export const schemaRecords = (db: mongo.Db) => {
  const records = db.collection<StoredRecord>(name);

  /** Throws `DamagedDatabase` when what stands there cannot be. */
  const read = async (): Promise<SchemaRecord | undefined> => {
    const record = await records.findOne(id);
    if (record === null) return undefined;
    const read = shape.safeParse(record);
    if (!read.success) throw new DamagedDatabase();
    return read.data;
  };

  /** Of a database that has one. */
  const get = async (): Promise<SchemaRecord> => {
    const record = await read();
    if (record === undefined) throw new DamagedDatabase();
    return record;
  };

  /** Begins the record: an empty database is of today's shape, any other was begun before there were records. */
  const begin = async ({ version, oldest }: Version): Promise<SchemaRecord> => {
    const collections = await db.listCollections({}, { nameOnly: true }).toArray();
    const isEmpty = collections.every(
      (one) => [name, processesName].includes(one.name) || one.name.startsWith('system.'),
    );
    const made = isEmpty
      ? { ...id, version, oldest, cleared: oldest }
      : { ...id, version: 0, oldest: 0, cleared: 0 };
    try {
      await records.insertOne(made);
    } catch (error) {
      // Another process has just begun it.
      if (!isDuplicateKey(error)) throw error;
    }
    return get();
  };

  return {
    read,
    get,
    begin,
    /** Whose the lock is now: this owner's, or still that of whoever had it. */
    lock: async (owner: string, now: Date, leaseMs: number): Promise<HeldLock | undefined> => {
      const held = (await records.findOne(id, { projection: { lock: 1 } }))?.lock;
      if (isBelieved(held?.until, now, leaseMs)) return held;
      const asSeen = held === undefined ? { $exists: false } : { $eq: held };
      const lock = { owner, until: new Date(now.getTime() + leaseMs) };
      const { matchedCount } = await records.updateOne({ ...id, lock: asSeen }, { $set: { lock } });
      return matchedCount > 0 ? lock : held;
    },
    /** Writes this down, and that the lock is held longer; false: it is another's meanwhile. */
    note: async (owner: string, until: Date, news: SchemaNews = {}): Promise<boolean> => {
      const gone = Object.entries(news).filter(([, value]) => value === undefined);
      const update = {
        $set: { ...present(news), 'lock.until': until },
        ...(gone.length > 0
          ? { $unset: Object.fromEntries(gone.map(([field]) => [field, '' as const])) }
          : {}),
      };
      return (await records.updateOne({ ...id, 'lock.owner': owner }, update)).matchedCount > 0;
    },
    unlock: async (owner: string): Promise<void> => {
      await records.updateOne({ ...id, 'lock.owner': owner }, { $unset: { lock: '' } });
    },
  };
};
