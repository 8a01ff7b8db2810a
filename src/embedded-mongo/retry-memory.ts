import { type Doc, isDocument } from './bson-value.ts';
import { orderKey } from './key-order.ts';
import { refusal } from './mongo-refusal.ts';
import { isNumber, toDouble } from './number.ts';
import { type Storage, toBuffer } from './storage.ts';

// A client retries once, at the latest when it has found the server again (30 s by default). MongoDB remembers for half an
// hour; here replies, which may hold documents and say when each was changed, lie in the file beside everything else.
const keptMilliseconds = 2 * 60_000;

/**
 * Does a write, or, if it is a retry, answers as the first time. The replies are kept on disk, within the write's own
 * transaction, so a restart changes nothing. Throws 225 for a write older than the session's last.
 */
export function onlyOnce(storage: Storage, { lsid, txnNumber }: Doc, work: () => Buffer): Buffer {
  if (!isDocument(lsid) || !isNumber(txnNumber)) return work();
  const session = orderKey([lsid.id]);
  const number = toDouble(txnNumber);
  const [found] = storage.all('SELECT txn, reply FROM replies WHERE session = ?', session);
  const last = found ? Number(found[0]) : -1;
  if (last === number) return toBuffer(found?.[1]);
  if (last > number) throw refusal(225, `Retryable write ${number} is older than the session's last one`);
  const reply = work();
  const sql = 'INSERT OR REPLACE INTO replies(session, txn, at, reply) VALUES(?, ?, ?, ?)';
  storage.run(sql, session, number, Date.now(), reply);
  return reply;
}

/** Forgets replies no client will ask for again; nothing of them stays in the file. */
export function forgetReplies(storage: Storage): void {
  storage.run('DELETE FROM replies WHERE at < ?', Date.now() - keptMilliseconds);
}

/** Forgets all of them: the server stops, and its clients with it. */
export function forgetAllReplies(storage: Storage): void {
  storage.run('DELETE FROM replies');
}
