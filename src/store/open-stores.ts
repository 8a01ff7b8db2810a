import mongoose from 'mongoose';
import { type Clock, realClock } from '../domain/kernel/clock.ts';
import type { Log } from '../domain/kernel/log.ts';
import { createResponseKeys } from '../domain/responses/response-keys.ts';
import { createSeal, type Seal } from '../domain/responses/seal.ts';
import type { Stores } from '../domain/stores.ts';
import { accountStore } from './accounts.ts';
import { sayOfDamage } from './damaged-record.ts';
import { deliveryStore } from './deliveries.ts';
import { departmentAddressStore } from './department-address-store.ts';
import { endWritesWithTheirConnection } from './end-writes.ts';
import { forced, withoutWeakening } from './forced-options.ts';
import { importTraceStore } from './import-traces.ts';
import { improvementStore } from './improvements.ts';
import { issueStore } from './issues.ts';
import { makeIndexes } from './make-indexes.ts';
import { type Joined, joinDatabase } from './migrations/join-database.ts';
import type { LaterDatabase } from './migrations/later-database.ts';
import { releases } from './migrations/releases.ts';
import type { Given } from './migrations/slices.ts';
import { paceStore } from './paces.ts';
import { personStore } from './people.ts';
import { poolStore } from './pools.ts';
import { present } from './present.ts';
import { headingMemoryStore } from './remembered-headings.ts';
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
  /** Resolves when a later version has left this one behind: whoever holds the stores must stop working with them. */
  readonly tooOld: Promise<LaterDatabase>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How long a request waits for a database that has gone away before it fails: people wait in Teams. The URI may say otherwise. */
const patience = (uri: string) =>
  /[?&]serverSelectionTimeoutMS=/i.test(uri) ? {} : { serverSelectionTimeoutMS: 5000 };

export interface StoreOptions {
  readonly uri: string;
  readonly dbName: string;
  /** What answers are sealed with. */
  readonly answerSecret: string;
  /** The organisation's: a day of the ledger is a day there. */
  readonly timeZone: string;
  readonly realClock?: Clock;
  /** How often is looked whether a later version has left this one behind, in milliseconds. */
  readonly lookEveryMs?: number;
  readonly log?: Log;
  /** What migrations go by besides the database and the two above. */
  readonly given?: Omit<Given, 'seal' | 'digestOf' | 'timeZone'>;
  /** Throws where this database is not to be worked on; asked before it is changed. */
  readonly mayEnter?: (stores: Stores) => Promise<void>;
}

/**
 * Connects, brings the database to this version and makes every index before anything is written: the unique ones are what
 * makes repeating harmless. Rejects when the database cannot be reached or holds what an index forbids, and with
 * `LaterDatabase` when it belongs to a later version, `DamagedDatabase` when its version cannot be told.
 */
export const openStores = async (options: StoreOptions): Promise<OpenedStores> => {
  endWritesWithTheirConnection();
  const connection = mongoose.createConnection(withoutWeakening(options.uri), {
    dbName: options.dbName,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    ...patience(options.uri),
    ...forced,
  });
  let joined: Joined | undefined;
  const close = async (): Promise<void> => {
    await joined?.leave();
    await connection.close();
  };
  try {
    await connection.asPromise();
    const { db } = connection;
    if (db === undefined) throw new Error('The database is not connected');
    const { realClock: clock = realClock, lookEveryMs, log, answerSecret, timeZone } = options;
    const seal = createSeal(answerSecret);
    const digestOf = createResponseKeys(answerSecret).person;
    const given = { ...options.given, seal, digestOf, timeZone, ...present({ log }) };
    const means = { realClock: clock, given, ...present({ lookEveryMs, log }) };
    if (log !== undefined) sayOfDamage(connection, log);
    const stores = storesOn(connection, seal, timeZone);
    const mayEnter = async () => options.mayEnter?.(stores);
    joined = await joinDatabase(db, { ...means, releases, mayEnter });
    await makeIndexes(connection, db, means);
    const { tooOld } = joined;
    const ping = async () => {
      await db.admin().command({ ping: 1 });
    };
    return { stores, connection, tooOld, ping, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const storesOn = (connection: mongoose.Connection, seal: Seal, timeZone: string): Stores => ({
  people: personStore(connection),
  accounts: accountStore(connection),
  deliveries: deliveryStore(connection),
  paces: paceStore(connection),
  departmentAddress: departmentAddressStore(connection),
  trainings: trainingStore(connection),
  imports: rosterImportStore(connection),
  importTraces: importTraceStore(connection),
  headingMemory: headingMemoryStore(connection),
  rounds: roundStore(connection),
  visits: visitStore(connection, timeZone),
  responses: responseStore(connection, seal),
  secretFingerprint: secretFingerprintStore(connection),
  results: resultStore(connection),
  pools: poolStore(connection),
  issues: issueStore(connection),
  improvements: improvementStore(connection),
  trail: trailStore(connection),
});
