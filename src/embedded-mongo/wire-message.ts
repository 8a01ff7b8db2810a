import { type Doc, decode } from './bson-value.ts';
import { refusal } from './refusal.ts';

/**
 * One message of a client. `legacy` is the first one of a connection (OP_QUERY); `silent` ones are not answered.
 */
export type Message = { id: number; legacy: boolean; silent: boolean; command: Doc };

export const largestMessage = 48_000_000;
const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;

/** Reads a whole message, its header included. Throws 22 when it is malformed, 17 for other kinds of messages. */
export function readMessage(bytes: Buffer): Message {
  const id = bytes.readInt32LE(4);
  const kind = bytes.readInt32LE(12);
  if (kind === opMsg) {
    const silent = (bytes.readUInt32LE(16) & 2) !== 0;
    return { id, legacy: false, silent, command: readCommand(bytes) };
  }
  if (kind !== opQuery)
    throw refusal(17, `Messages of kind ${kind} are not supported by the embedded database`);
  const name = bytes.indexOf(0, 20);
  const db = bytes.toString('utf8', 20, name).split('.')[0];
  const from = name + 9;
  const size = bytes.readInt32LE(from);
  const command = { ...decode(bytes.subarray(from, from + size)), $db: db };
  return { id, legacy: true, silent: false, command };
}

function readCommand(bytes: Buffer): Doc {
  const end = bytes.length - ((bytes.readUInt32LE(16) & 1) !== 0 ? 4 : 0);
  let command: Doc = {};
  const lists: Doc = {};
  let at = 20;
  while (at < end) {
    const kind = bytes[at];
    at += 1;
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > end) throw refusal(22, 'A section of the message is not well formed');
    if (kind === 0) command = decode(bytes.subarray(at, at + size));
    else if (kind === 1) readSequence(bytes.subarray(at, at + size), lists);
    else throw refusal(22, `A section of kind ${kind} is not known`);
    at += size;
  }
  return { ...command, ...lists };
}

function readSequence(bytes: Buffer, lists: Doc): void {
  const zero = bytes.indexOf(0, 4);
  const name = bytes.toString('utf8', 4, zero);
  const docs: Buffer[] = [];
  for (let at = zero + 1; at < bytes.length; ) {
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > bytes.length) throw refusal(22, 'A document sequence is not well formed');
    docs.push(bytes.subarray(at, at + size));
    at += size;
  }
  lists[name] = name === 'documents' ? docs : docs.map((doc) => decode(doc));
}

/** Wraps a reply document for the client that sent `message`. */
export function writeMessage(message: Pick<Message, 'id' | 'legacy'>, reply: Buffer): Buffer {
  const head = Buffer.alloc(message.legacy ? 36 : 21);
  head.writeInt32LE(head.length + reply.length, 0);
  head.writeInt32LE(message.id, 8);
  head.writeInt32LE(message.legacy ? opReply : opMsg, 12);
  if (message.legacy) head.writeInt32LE(1, 32);
  return Buffer.concat([head, reply]);
}
