import { createServer, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { serveConnection } from './connection.ts';
import { makeCursors } from './cursors.ts';
import { dispatch } from './dispatch.ts';
import { removeExpired } from './expiry.ts';
import { toRefusal } from './mongo-refusal.ts';
import { makeReader } from './reader.ts';
import { forgetAllReplies, forgetReplies } from './retry-memory.ts';
import { openStorage } from './storage.ts';

/** What the worker is started with; `socketPath` undefined means TCP on loopback. */
export type WorkerOrder = {
  file: string;
  durability: 'full' | 'off';
  socketPath: string | undefined;
  maxBytes: number | undefined;
};
export type WorkerNews = { listening: number };

const sweepMilliseconds = 60_000;
/** A client that does not take its answer is left. */
const lastWordMilliseconds = 1000;
const order = workerData as WorkerOrder;
const storage = openStorage(order.file, order.durability);
forgetReplies(storage);
if (order.maxBytes !== undefined) storage.limitSize(order.maxBytes);
const reader = makeReader(order.file);
const engine = { storage, cursors: makeCursors(1n), readElsewhere: reader.read };
const sockets = new Set<Socket>();
const server = createServer((socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  serveConnection(socket, (command) => dispatch(engine, command));
});
const sweep = setInterval(() => {
  try {
    removeExpired(storage, new Date());
    forgetReplies(storage);
  } catch (error) {
    process.emitWarning(`The embedded database could not tidy up: ${toRefusal(error).message}`);
  }
}, sweepMilliseconds);

const ready = () => {
  const address = server.address();
  const news: WorkerNews = { listening: typeof address === 'object' && address ? address.port : 0 };
  parentPort?.postMessage(news);
};
if (order.socketPath) server.listen(order.socketPath, ready);
else server.listen(0, '127.0.0.1', ready);

parentPort?.once('message', async () => {
  clearInterval(sweep);
  server.close();
  // What was done is answered still, for it is not remembered; nothing more is done.
  for (const socket of sockets) {
    socket.pause();
    socket.destroySoon();
  }
  setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, lastWordMilliseconds).unref();
  await reader.close();
  forgetAllReplies(storage);
  storage.close();
  parentPort?.close();
});
