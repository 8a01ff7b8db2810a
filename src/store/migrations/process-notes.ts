import type { mongo } from 'mongoose';
import { processesName } from './schema-record.ts';

/** A process that works on the database, of what version, and until when that is believed. */
interface ProcessNote {
  readonly _id: string;
  readonly version: number;
  readonly until: Date;
}

const notesOf = (db: mongo.Db) => db.collection<ProcessNote>(processesName);

/** Says that this process is there. */
export const noteProcess = async (db: mongo.Db, { _id, ...note }: ProcessNote): Promise<void> => {
  await notesOf(db).updateOne({ _id }, { $set: note }, { upsert: true });
};

/** Says that it is gone, and forgets those that ended without saying so. */
export const forgetProcess = async (db: mongo.Db, id: string, now: Date): Promise<void> => {
  await notesOf(db).deleteMany({ $or: [{ _id: id }, { until: { $lte: now } }] });
};

/** Whether a process of a version before this one is there. */
export const anyOlder = async (db: mongo.Db, version: number, now: Date): Promise<boolean> =>
  (await notesOf(db).findOne({ version: { $lt: version }, until: { $gt: now } })) !== null;
