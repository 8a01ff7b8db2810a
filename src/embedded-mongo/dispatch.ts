import { adminCommands } from './admin-commands.ts';
import { commands } from './allowed.ts';
import { type Doc, encode } from './bson-value.ts';
import { catalogCommands } from './catalog-commands.ts';
import type { Context, Handler } from './command.ts';
import { type Cursors, makeCursors } from './cursors.ts';
import { readCommands } from './read-commands.ts';
import { isRefusal, refusal, toRefusal, unsupported } from './refusal.ts';
import { encodeReply, type Reply } from './reply.ts';
import { remember, remembered } from './retry-memory.ts';
import { type Storage, tooMuch } from './storage.ts';
import type { Message } from './wire-message.ts';
import { writeCommands } from './write-commands.ts';

const changing: Record<string, Handler> = { ...writeCommands, ...catalogCommands };
const looking: Record<string, Handler> = { ...readCommands, ...adminCommands };

// A read that touches more documents than this goes to the reader thread, so that others need not wait for it.
const mostDocumentsHere = 1500;

/** What commands are carried out with; `readElsewhere` takes over long reads and gives their replies. */
export type Engine = { storage: Storage; cursors: Cursors; readElsewhere: (command: Doc) => Promise<Reply> };

/** Answers one command with BSON bytes; refusals and failures of the storage become error replies. */
export function dispatch(engine: Engine, command: Message['command']): Buffer | Promise<Buffer> {
  try {
    if (isRefusal(command)) throw command;
    const name = Object.keys(command)[0] ?? '';
    const context: Context = {
      storage: engine.storage,
      cursors: engine.cursors,
      db: checkAllowed(name, command),
    };
    const change = changing[name];
    return change
      ? write(context, change, command)
      : read(engine, context, looking[name] as Handler, command);
  } catch (error) {
    return failure(error);
  }
}

/** Carries out one reading command that has passed `dispatch` before, on a snapshot; for the reader thread. */
export function readSnapshot(storage: Storage, command: Doc): Reply {
  const context: Context = { storage, cursors: makeCursors(), db: String(command.$db) };
  const handler = readCommands[Object.keys(command)[0] ?? ''] as Handler;
  return storage.transaction(() => handler(context, command), 'DEFERRED');
}

function failure(error: unknown): Buffer {
  const { code, codeName, message, details } = toRefusal(error);
  return encode({ ok: 0, errmsg: message, code, codeName, ...details });
}

function finish(cursors: Cursors, { body, batch, results }: Reply): Buffer {
  const first = results ? cursors.start(results) : batch;
  return encodeReply(first ? { body, batch: first } : { body });
}

function read(engine: Engine, context: Context, handler: Handler, command: Doc): Buffer | Promise<Buffer> {
  const { storage, cursors } = context;
  storage.refresh();
  storage.counters.left = mostDocumentsHere;
  try {
    return finish(cursors, handler(context, command));
  } catch (error) {
    if (error !== tooMuch) throw error;
    return engine
      .readElsewhere(command)
      .then((reply) => finish(cursors, reply))
      .catch(failure);
  } finally {
    storage.counters.left = Number.POSITIVE_INFINITY;
  }
}

function write(context: Context, handler: Handler, command: Doc): Buffer {
  const { storage } = context;
  return storage.transaction(() => {
    const known = remembered(storage, command);
    if (known) return known;
    const reply = finish(context.cursors, handler(context, command));
    remember(storage, command, reply);
    return reply;
  });
}

// Throws for what is not on the allow-list; returns the database's name.
function checkAllowed(name: string, command: Doc): string {
  const fields = commands.get(name);
  if (!fields) throw refusal(59, `no such command: '${name}'. The embedded database does not support it`);
  if ('startTransaction' in command || command.autocommit === false) {
    throw refusal(263, 'Transactions are not supported by the embedded database');
  }
  for (const field of Object.keys(command)) {
    if (!fields.has(field) && !fields.has('*')) {
      throw unsupported(40415, `BSON field '${name}.${field}'`);
    }
  }
  const concern = command.readConcern as Doc | undefined;
  if (concern && concern.level === 'snapshot') throw unsupported(72, 'readConcern snapshot');
  const db = command.$db;
  if (typeof db !== 'string' || db === '' || /[/\\. "$\0]/.test(db)) {
    throw refusal(73, `Invalid database name: '${String(db)}'`);
  }
  return db;
}
