import { adminCommands } from './admin-commands.ts';
import { commands, refuseOthers } from './allowed.ts';
import { type Doc, encode } from './bson-value.ts';
import { catalogCommands } from './catalog-commands.ts';
import { compact } from './compact.ts';
import type { Cursors } from './cursors.ts';
import type { Handler } from './mongo-command.ts';
import { refusal, toRefusal, unsupported } from './mongo-refusal.ts';
import { readCommands } from './read-commands.ts';
import { encodeReply } from './reply.ts';
import { onlyOnce } from './retry-memory.ts';
import { elsewhere, type Storage } from './storage.ts';
import { writeCommands } from './write-commands.ts';

const changing: Record<string, Handler> = { ...writeCommands, ...catalogCommands };
const looking: Record<string, Handler> = { ...readCommands, ...adminCommands };

// A read that touches more documents than this goes to the reader thread, so that others need not wait for it.
const mostDocumentsHere = 1500;

/** What commands are carried out with; `readElsewhere` takes over long reads, where there is somebody to do so. */
export type Engine = {
  storage: Storage;
  cursors: Cursors;
  readElsewhere?: (command: Doc) => Promise<Buffer>;
};

/** Answers one command with BSON bytes; refusals and failures of the storage become error replies. */
export function dispatch(
  { storage, cursors, readElsewhere }: Engine,
  command: Doc,
): Buffer | Promise<Buffer> {
  try {
    const name = Object.keys(command)[0] ?? '';
    const context = { storage, cursors, db: checkAllowed(name, command) };
    if (name === 'compact') return encodeReply(compact(context, command));
    const change = changing[name];
    const reply = () => encodeReply((change ?? (looking[name] as Handler))(context, command));
    if (change) return storage.transaction(() => onlyOnce(storage, command, reply));
    if (!readElsewhere) return storage.transaction(reply, 'DEFERRED');
    storage.counters.left = mostDocumentsHere;
    return reply();
  } catch (error) {
    return readElsewhere && error === elsewhere ? readElsewhere(command) : failure(error);
  } finally {
    storage.counters.left = Number.POSITIVE_INFINITY;
  }
}

/** The reply that tells of an error. */
export function failure(error: unknown): Buffer {
  const { code, codeName, message, details } = toRefusal(error);
  return encode({ ok: 0, errmsg: message, code, codeName, ...details });
}

// Throws for what is not on the allow-list; returns the database's name.
function checkAllowed(name: string, command: Doc): string {
  const fields = commands.get(name);
  if (!fields) throw refusal(59, `no such command: '${name}'. The embedded database does not support it`);
  if ('startTransaction' in command || command.autocommit === false) {
    throw refusal(263, 'Transactions are not supported by the embedded database');
  }
  if (!fields.has('*')) refuseOthers(command, fields, 40415, `BSON field ${name}.`);
  const concern = command.readConcern as Doc | undefined;
  if (concern && concern.level === 'snapshot') throw unsupported(72, 'readConcern snapshot');
  const db = command.$db;
  if (typeof db !== 'string' || db === '' || /[/\\. "$\0]/.test(db)) {
    throw refusal(73, `Invalid database name: '${String(db)}'`);
  }
  return db;
}
