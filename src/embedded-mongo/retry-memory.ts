import { type Doc, isDocument } from './bson-value.ts';
import { orderKey } from './key-order.ts';
import { isNumber, toDouble } from './number.ts';
import { refusal } from './refusal.ts';
import { type Storage, toBuffer } from './storage.ts';

// As long as MongoDB keeps sessions: a client does not retry later than that.
const keptMilliseconds = 30 * 60_000;

function retryKey({ lsid, txnNumber }: Doc): { session: Buffer; txn: number } | undefined {
  if (!isDocument(lsid) || !isNumber(txnNumber)) return undefined;
  return { session: orderKey([lsid.id]), txn: toDouble(txnNumber) };
}

/** The reply a retried write had the first time; undefined for a new one. Kept on disk, so a restart changes nothing. */
export function remembered(storage: Storage, command: Doc): Buffer | undefined {
  const key = retryKey(command);
  if (!key) return undefined;
  const [found] = storage.all('SELECT txn, reply FROM replies WHERE session = ?', key.session);
  if (!found || Number(found[0]) < key.txn) return undefined;
  if (Number(found[0]) > key.txn)
    throw refusal(225, `Retryable write ${key.txn} is older than the session's last one`);
  return toBuffer(found[1]);
}

/** Keeps a write's reply for a retry; part of the write's own transaction. */
export function remember(storage: Storage, command: Doc, reply: Buffer): void {
  const key = retryKey(command);
  if (!key) return;
  const sql = 'INSERT OR REPLACE INTO replies(session, txn, at, reply) VALUES(?, ?, ?, ?)';
  storage.run(sql, key.session, key.txn, Date.now(), reply);
}

/** Forgets replies no client will ask for again. */
export function forgetReplies(storage: Storage): void {
  storage.run('DELETE FROM replies WHERE at < ?', Date.now() - keptMilliseconds);
}
