import { adminCommands } from './admin-commands.ts';
import { commands } from './allowed.ts';
import { type Doc, encode } from './bson-value.ts';
import { catalogCommands } from './catalog-commands.ts';
import type { Context, Handler } from './command.ts';
import { readCommands } from './read-commands.ts';
import { refusal, toRefusal } from './refusal.ts';
import { encodeReply, type Reply } from './reply.ts';
import { remember, remembered } from './retry-memory.ts';
import { refuseCollation, writeCommands } from './write-commands.ts';

const changing: Record<string, Handler> = { ...writeCommands, ...catalogCommands };
const looking: Record<string, Handler> = { ...readCommands, ...adminCommands };

/** Answers one command with BSON bytes; refusals and failures of the storage become error replies. */
export function dispatch(shared: Omit<Context, 'db'>, command: Doc): Buffer {
  try {
    return perform(shared, command);
  } catch (error) {
    const { code, codeName, message, details } = toRefusal(error);
    return encode({ ok: 0, errmsg: message, code, codeName, ...details });
  }
}

function perform(shared: Omit<Context, 'db'>, command: Doc): Buffer {
  const name = Object.keys(command)[0] ?? '';
  checkAllowed(name, command);
  const db = command.$db;
  if (typeof db !== 'string' || db === '' || /[/\\. "$\0]/.test(db))
    throw refusal(73, `Invalid database name: '${String(db)}'`);
  const context: Context = { ...shared, db };
  const { storage } = shared;
  const change = changing[name];
  if (!change) {
    storage.refresh();
    return encodeReply((looking[name] as Handler)(context, command));
  }
  return storage.transaction(() => {
    const known = remembered(storage, command);
    if (known) return known;
    const reply = encodeReply(change(context, command) as Reply);
    remember(storage, command, reply);
    return reply;
  });
}

function checkAllowed(name: string, command: Doc): void {
  const fields = commands.get(name);
  if (!fields) throw refusal(59, `no such command: '${name}'. The embedded database does not support it`);
  if ('startTransaction' in command || command.autocommit === false) {
    throw refusal(263, 'Transactions are not supported by the embedded database');
  }
  for (const field of Object.keys(command)) {
    if (!fields.has(field) && !fields.has('*')) {
      throw refusal(40415, `BSON field '${name}.${field}' is not supported by the embedded database`);
    }
  }
  const concern = command.readConcern as Doc | undefined;
  if (concern && concern.level === 'snapshot')
    throw refusal(72, 'readConcern snapshot is not supported by the embedded database');
  refuseCollation(command);
}
