import type { mongo } from 'mongoose';
import type { Clock } from '../../domain/kernel/clock.ts';
import type { Log } from '../../domain/kernel/log.ts';
import { processName } from './process-name.ts';
import { type HeldLock, type SchemaNews, type SchemaRecord, schemaRecords } from './schema-record.ts';
import { waitUntil } from './wait-until.ts';

export interface LockMeans {
  readonly realClock: Clock;
  /** How long a holder that says nothing more is believed to be alive, in milliseconds. */
  readonly leaseMs?: number;
  readonly log?: Log;
}

/** The lock while it is held. */
export interface Lock {
  /** Throws when another process has taken over: this one was believed dead. */
  stillMine(): Promise<void>;
  record(): Promise<SchemaRecord>;
  /** Writes this into the record, if the lock is still ours; throws else. */
  note(news: SchemaNews): Promise<void>;
}

class LockLost extends Error {}

/** Longer than the pauses of a busy machine; whoever was killed holds others up for so long. */
const usualLeaseMs = 15_000;

/**
 * Does this while no other process changes the database's shape: waits for its turn, says again and again that it lives,
 * and begins anew when it was believed dead. The work must stand being broken off and repeated.
 */
export const withLock = async <Done>(
  db: mongo.Db,
  { realClock, leaseMs = usualLeaseMs, log }: LockMeans,
  work: (lock: Lock) => Promise<Done>,
): Promise<Done> => {
  const records = schemaRecords(db);
  const until = (): Date => new Date(realClock.now().getTime() + leaseMs);
  for (;;) {
    const owner = processName();
    let held: HeldLock | undefined;
    await waitUntil(
      async () => {
        held = await records.lock(owner, realClock.now(), leaseMs);
        return held?.owner === owner;
      },
      () => log?.info({ ...held }, 'waiting for another process that changes the shape of the database'),
    );
    const note = async (news: SchemaNews = {}): Promise<void> => {
      if (!(await records.note(owner, until(), news))) throw new LockLost();
    };
    // What takes long without asking (an index over much) is covered by this; a failure shows at the next question.
    const living = setInterval(() => void note().catch(() => undefined), leaseMs / 3);
    try {
      return await work({ stillMine: () => note(), note, record: records.get });
    } catch (error) {
      if (!(error instanceof LockLost)) throw error;
    } finally {
      clearInterval(living);
      await records.unlock(owner);
    }
  }
};
