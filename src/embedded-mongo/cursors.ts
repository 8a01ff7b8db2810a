import { refusal } from './refusal.ts';
import type { Batch, Results } from './reply.ts';

type Cursor = { ns: string; docs: Buffer[]; at: number; usedAt: number };

const idleMilliseconds = 10 * 60_000;
const batchBytes = 15 * 1024 * 1024;

export type Cursors = ReturnType<typeof makeCursors>;

/** Results not yet fetched by clients, forgotten after ten idle minutes as in MongoDB. */
export function makeCursors() {
  const open = new Map<bigint, Cursor>();
  let last = BigInt(Date.now()) << 16n;

  function take(cursor: Cursor, most: number): Buffer[] {
    const from = cursor.at;
    let size = 0;
    while (cursor.at < cursor.docs.length && cursor.at - from < most) {
      size += cursor.docs[cursor.at]?.length ?? 0;
      if (size > batchBytes && cursor.at > from) break;
      cursor.at++;
    }
    return cursor.docs.slice(from, cursor.at);
  }

  return {
    /** The first batch of a result, and a cursor for the rest if there is one. */
    start({ ns, docs, batchSize = 101, single = false }: Results): Batch {
      const cursor = { ns, docs, at: 0, usedAt: Date.now() };
      const first = take(cursor, batchSize);
      const done = cursor.at >= docs.length || single;
      const id = done ? 0n : ++last;
      if (!done) open.set(id, cursor);
      return { id, ns, field: 'firstBatch', docs: first };
    },

    /** The next batch; throws 43 for a cursor that is finished, killed or forgotten. */
    next(id: bigint, ns: string, batchSize?: number): Batch {
      const cursor = open.get(id);
      if (!cursor || cursor.ns !== ns) throw refusal(43, `cursor id ${id} not found`);
      cursor.usedAt = Date.now();
      const docs = take(cursor, batchSize || Number.POSITIVE_INFINITY);
      const done = cursor.at >= cursor.docs.length;
      if (done) open.delete(id);
      return { id: done ? 0n : id, ns, field: 'nextBatch', docs };
    },

    kill: (id: bigint): boolean => open.delete(id),

    forgetIdle(): void {
      const before = Date.now() - idleMilliseconds;
      for (const [id, cursor] of open) if (cursor.usedAt < before) open.delete(id);
    },
  };
}
