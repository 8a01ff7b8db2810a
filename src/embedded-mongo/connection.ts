import type { Socket } from 'node:net';
import type { Doc } from './bson-value.ts';
import { largestMessage, type Message, readMessage, writeMessage } from './wire-message.ts';

/** Serves one client: its messages are answered one after the other by `answer`. A malformed one ends the connection. */
export function serveConnection(socket: Socket, answer: (command: Doc) => Buffer | Promise<Buffer>): void {
  let chunks: Buffer[] = [];
  let received = 0;
  let busy = false;
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    received += chunk.length;
    void serve();
  });

  async function serve(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      for (let message = next(); message; message = next()) {
        const reply = answer(message.command);
        const bytes = Buffer.isBuffer(reply) ? reply : await reply;
        if (!message.silent) socket.write(writeMessage(message, bytes));
      }
    } catch {
      socket.destroy();
    } finally {
      busy = false;
    }
  }

  function next(): Message | undefined {
    if (received < 16) return undefined;
    if ((chunks[0]?.length ?? 0) < 4) chunks = [Buffer.concat(chunks)];
    const size = chunks[0]?.readInt32LE(0) ?? 0;
    if (size < 21 || size > largestMessage) throw new RangeError('A message of this size is not possible');
    if (received < size) return undefined;
    const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    received -= size;
    chunks = received > 0 ? [all.subarray(size)] : [];
    return readMessage(all.subarray(0, size));
  }
}
