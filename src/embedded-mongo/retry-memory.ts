import { type Doc, isDocument } from './bson-value.ts';
import { orderKey } from './key-order.ts';
import { refusal } from './mongo-refusal.ts';
import { isNumber, toDouble } from './number.ts';
import { type Storage, toBuffer } from './storage.ts';

// As long as MongoDB keeps sessions: a client does not retry later than that.
const keptMilliseconds = 30 * 60_000;

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

/** Forgets replies no client will ask for again. */
export function forgetReplies(storage: Storage): void {
  storage.run('DELETE FROM replies WHERE at < ?', Date.now() - keptMilliseconds);
}
