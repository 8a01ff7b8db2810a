import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { serveConnection } from './connection.ts';
import { makeCursors } from './cursors.ts';
import { dispatch } from './dispatch.ts';
import { removeExpired } from './expiry.ts';
import { forgetReplies } from './retry-memory.ts';
import { openStorage } from './storage.ts';

/** What the worker is started with; `socketPath` undefined means TCP on loopback. */
export type WorkerOrder = { file: string; durability: 'full' | 'off'; socketPath: string | undefined };
export type WorkerNews = { listening: number } | { failed: string } | { closed: true };

const sweepMilliseconds = 60_000;
const order = workerData as WorkerOrder;
const tell = (news: WorkerNews) => parentPort?.postMessage(news);

try {
  serve();
} catch (error) {
  tell({ failed: error instanceof Error ? error.message : String(error) });
}

function serve(): void {
  const storage = openStorage(order.file, order.durability);
  const cursors = makeCursors();
  const sockets = new Set<{ destroy: () => void }>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, (command) => dispatch({ storage, cursors }, command));
  });
  const sweep = setInterval(() => {
    removeExpired(storage, new Date());
    forgetReplies(storage);
    cursors.forgetIdle();
  }, sweepMilliseconds);

  server.on('error', (error) => tell({ failed: error.message }));
  const ready = () => {
    const address = server.address();
    tell({ listening: typeof address === 'object' && address ? address.port : 0 });
  };
  if (order.socketPath) server.listen(order.socketPath, ready);
  else server.listen(0, '127.0.0.1', ready);

  parentPort?.on('message', () => {
    clearInterval(sweep);
    server.close();
    for (const socket of sockets) socket.destroy();
    storage.close();
    tell({ closed: true });
    parentPort?.close();
  });
}
