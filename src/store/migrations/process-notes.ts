import type { mongo } from 'mongoose';
import { furthestBelieved, isBelieved } from '../believed-until.ts';
import { processesName } from './schema-record.ts';

/** DESIGN, decision 18: a process looks at the version each minute, and says then that it is there. */
export const usualLookMs = 60_000;
/** Two looks may fail before a process is taken for gone. */
export const looksBelieved = 3;
const longestMs = looksBelieved * usualLookMs;

/** A process that works on the database, of what version, and until when that is believed. */
export interface ProcessNote {
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
  const gone = [{ until: { $lte: now } }, { until: { $gt: furthestBelieved(now, longestMs) } }];
  await notesOf(db).deleteMany({ $or: [{ _id: id }, ...gone] });
};

/** The processes of a version before this one that are there. */
export const olderProcesses = async (db: mongo.Db, version: number, now: Date): Promise<ProcessNote[]> => {
  const older = await notesOf(db)
    .find({ version: { $lt: version } })
    .toArray();
  return older.filter(({ until }) => isBelieved(until, now, longestMs));
};
