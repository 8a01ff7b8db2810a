import mongoose from 'mongoose';
import type { Stores } from '../domain/stores.ts';
import { forced, withoutWeakening } from './forced-options.ts';
import { versionOf } from './migrations/migration.ts';
import { releases } from './migrations/releases.ts';
import { schemaRecords } from './migrations/schema-record.ts';
import { personStore } from './people.ts';
import { headingMemoryStore } from './remembered-headings.ts';
import { roundStore } from './rounds.ts';
import { trainingStore } from './trainings.ts';
import { visitStore } from './visits.ts';

/** What there is to compare a roster with. */
export interface LookedIn {
  readonly stores: Pick<Stores, 'people' | 'trainings' | 'rounds' | 'visits' | 'headingMemory'>;
  close(): Promise<void>;
}

/** Whoever only checks a file waits no longer for a database that does not answer. */
const patience = { serverSelectionTimeoutMS: 2000 } as const;

/**
 * Opens a database to read in it: nothing is brought to this version, no index is made. Undefined where it is of a later
 * version, which may have another shape. Rejects when it does not answer.
 */
export const lookIn = async (
  uri: string,
  dbName: string,
  timeZone: string,
): Promise<LookedIn | undefined> => {
  const connection = mongoose.createConnection(withoutWeakening(uri), {
    dbName,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    ...patience,
    ...forced,
  });
  const close = () => connection.close();
  try {
    await connection.asPromise();
    const { db } = connection;
    if (db === undefined) throw new Error('The database is not connected');
    const record = await schemaRecords(db).read();
    if (record !== undefined && record.oldest > versionOf(releases).version) {
      await close();
      return undefined;
    }
    const stores = {
      people: personStore(connection),
      trainings: trainingStore(connection),
      visits: visitStore(connection, timeZone),
      rounds: roundStore(connection),
      headingMemory: headingMemoryStore(connection),
    };
    return { stores, close };
  } catch (error) {
    await close();
    throw error;
  }
};
