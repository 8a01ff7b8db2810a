import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { adminCommands } from '../src/embedded-mongo/admin-commands.ts';
import { type Doc, encode } from '../src/embedded-mongo/bson-value.ts';
import { serveConnection } from '../src/embedded-mongo/connection.ts';
import type { Context } from '../src/embedded-mongo/mongo-command.ts';
import { encodeReply } from '../src/embedded-mongo/reply.ts';

// Speaks the protocol, but answers every find with the same documents.
const { path, documents } = workerData as { path: string; documents: Uint8Array[] };
const docs = documents.map((bytes) => Buffer.from(bytes));
const one = encodeReply({
  body: { ok: 1 },
  batch: { id: 0n, ns: 'bench.entries', field: 'firstBatch', docs: docs.slice(0, 1) },
});
const many = encodeReply({
  body: { ok: 1 },
  batch: { id: 0n, ns: 'bench.entries', field: 'firstBatch', docs },
});

function answer(command: Doc): Buffer {
  if ('find' in command) return Number(command.limit) === 1 ? one : many;
  const handler = adminCommands[Object.keys(command)[0] ?? ''];
  return encode(handler?.({} as Context, command).body ?? { ok: 1 });
}

createServer((socket) => serveConnection(socket, (command) => answer(command as Doc))).listen(path, () =>
  parentPort?.postMessage('ready'),
);
