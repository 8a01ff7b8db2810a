import { refusal } from './mongo-refusal.ts';
import type { Batch } from './reply.ts';
import { elsewhere } from './storage.ts';

type Cursor = { ns: string; docs: Buffer[]; at: number; usedAt: number };
type Results = { ns: string; docs: Buffer[]; batchSize?: number | undefined; single?: boolean };

const idleMilliseconds = 10 * 60_000;
const batchBytes = 15 * 1024 * 1024;

export type Cursors = ReturnType<typeof makeCursors>;

/**
 * Results not yet fetched by clients, forgotten after ten idle minutes as in MongoDB. The thread that serves clients
 * numbers its cursors upwards (`1n`), the reader downwards; asked for one of the other kind, both throw `elsewhere`.
 */
export function makeCursors(direction: 1n | -1n) {
  const open = new Map<bigint, Cursor>();
  let last = direction * (BigInt(Date.now()) << 16n);

  function take(id: bigint, cursor: Cursor, most: number): Buffer[] {
    const { docs, at: from } = cursor;
    let size = 0;
    while (cursor.at < docs.length && cursor.at - from < most) {
      size += docs[cursor.at]?.length ?? 0;
      if (size > batchBytes && cursor.at > from) break;
      cursor.at++;
    }
    if (cursor.at >= docs.length) open.delete(id);
    return docs.slice(from, cursor.at);
  }

  function checkPlace(id: bigint): void {
    if (id * direction < 0n) throw elsewhere;
  }

  return {
    /** The first batch of a result, and a cursor for the rest if there is one. */
    start({ ns, docs, batchSize = 101, single = false }: Results): Batch {
      const now = Date.now();
      for (const [id, { usedAt }] of open) if (usedAt < now - idleMilliseconds) open.delete(id);
      last += direction;
      const cursor = { ns, docs, at: 0, usedAt: now };
      if (!single) open.set(last, cursor);
      const first = take(last, cursor, batchSize);
      return { id: open.has(last) ? last : 0n, ns, field: 'firstBatch', docs: first };
    },

    /** The next batch; throws 43 for a cursor that is finished, killed or forgotten. */
    next(id: bigint, ns: string, batchSize?: number): Batch {
      checkPlace(id);
      const cursor = open.get(id);
      if (!cursor || cursor.ns !== ns) throw refusal(43, `cursor id ${id} not found`);
      cursor.usedAt = Date.now();
      const docs = take(id, cursor, batchSize || Number.POSITIVE_INFINITY);
      return { id: open.has(id) ? id : 0n, ns, field: 'nextBatch', docs };
    },

    kill(id: bigint): boolean {
      checkPlace(id);
      return open.delete(id);
    },
  };
}
