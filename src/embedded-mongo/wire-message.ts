import { type Doc, decode } from './bson-value.ts';
import { refusal } from './mongo-refusal.ts';

/** One message of a client. `legacy` is the first one of a connection (OP_QUERY); `silent` ones are not answered. */
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
  const [query] = piece(bytes, name + 9);
  const command = { ...decode(query), $db: db };
  return { id, legacy: true, silent: false, command };
}

// The command itself, and beside it lists of documents of which those to insert stay as they are.
function readCommand(bytes: Buffer): Doc {
  const end = bytes.length - ((bytes.readUInt32LE(16) & 1) !== 0 ? 4 : 0);
  let command: Doc = {};
  const lists: Doc = {};
  for (let at = 20; at < end; ) {
    const [section, next] = piece(bytes, at + 1);
    if (bytes[at] === 0) command = decode(section);
    else if (bytes[at] !== 1) throw refusal(22, `A section of kind ${bytes[at]} is not known`);
    else {
      const zero = section.indexOf(0, 4);
      const name = section.toString('utf8', 4, zero);
      const docs: Buffer[] = [];
      for (let from = zero + 1; from < section.length; ) {
        const [doc, after] = piece(section, from);
        docs.push(doc);
        from = after;
      }
      lists[name] = name === 'documents' ? docs : docs.map(decode);
    }
    at = next;
  }
  return { ...command, ...lists };
}

// What begins with its own length, and where the next such piece begins.
function piece(bytes: Buffer, at: number): [piece: Buffer, next: number] {
  const next = at + bytes.readInt32LE(at);
  if (next < at + 5 || next > bytes.length) throw refusal(22, 'A part of the message is not well formed');
  return [bytes.subarray(at, next), next];
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
