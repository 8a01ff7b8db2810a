import mongoose from 'mongoose';
import type { Stores } from '../domain/stores.ts';
import { accountStore } from './accounts.ts';
import { channelStore } from './channel.ts';
import { deliveryStore } from './deliveries.ts';
import { endWritesWithTheirConnection } from './end-writes.ts';
import { forced, withoutWeakening } from './forced-options.ts';
import { improvementStore } from './improvements.ts';
import { issueStore } from './issues.ts';
import { paceStore } from './paces.ts';
import { personStore } from './people.ts';
import { responseStore } from './responses.ts';
import { resultStore } from './results.ts';
import { rosterImportStore } from './roster-imports.ts';
import { roundStore } from './rounds.ts';
import { secretFingerprintStore } from './secret-fingerprint.ts';
import { trailStore } from './trail.ts';
import { trainingStore } from './trainings.ts';
import { visitStore } from './visits.ts';

export interface OpenedStores {
  readonly stores: Stores;
  /** For what brings its own collections (jobs); nothing else should need it. */
  readonly connection: mongoose.Connection;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How long a request waits for a database that has gone away before it fails: people wait in Teams. The URI may say otherwise. */
const patience = (uri: string) =>
  /[?&]serverSelectionTimeoutMS=/i.test(uri) ? {} : { serverSelectionTimeoutMS: 5000 };

/**
 * Connects and makes every index before anything is written: the unique ones are what makes repeating harmless.
 * Rejects when the database cannot be reached or holds what an index forbids.
 */
export const openStores = async (options: { uri: string; dbName: string }): Promise<OpenedStores> => {
  endWritesWithTheirConnection();
  const connection = mongoose.createConnection(withoutWeakening(options.uri), {
    dbName: options.dbName,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    ...patience(options.uri),
    ...forced,
  });
  try {
    await connection.asPromise();
    const stores: Stores = {
      people: personStore(connection),
      accounts: accountStore(connection),
      deliveries: deliveryStore(connection),
      paces: paceStore(connection),
      channel: channelStore(connection),
      trainings: trainingStore(connection),
      imports: rosterImportStore(connection),
      rounds: roundStore(connection),
      visits: visitStore(connection),
      responses: responseStore(connection),
      secretFingerprint: secretFingerprintStore(connection),
      results: resultStore(connection),
      issues: issueStore(connection),
      improvements: improvementStore(connection),
      trail: trailStore(connection),
    };
    for (const model of Object.values(connection.models)) await model.createIndexes();
    return {
      stores,
      connection,
      ping: async () => {
        if (connection.db === undefined) throw new Error('The database is not connected');
        await connection.db.admin().command({ ping: 1 });
      },
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
};
