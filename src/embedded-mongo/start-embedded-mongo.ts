import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { setName } from './admin-commands.ts';
import { databaseFile } from './backup.ts';
import { takeFolder } from './folder-lock.ts';
import type { WorkerNews, WorkerOrder } from './worker.ts';

export type EmbeddedMongo = {
  /** Connection string without a database name. */
  uri: string;
  /** True if another process of this machine serves the folder; when it ends, so does this connection. */
  joined: boolean;
  /** Ends the server; for a joined one nothing happens. */
  close: () => Promise<void>;
};

export type EmbeddedMongoOptions = {
  folder: string;
  /** `off` loses the last writes when the machine, not just the process, stops. */
  durability?: 'full' | 'off';
  /** Listen on loopback although sockets are to be had. */
  tcp?: boolean;
  /** The most the data may take up. */
  maxBytes?: number;
};

type Address = { path: string } | { host: string; port: number };
type Notice = { address: Address; pid: number };

const longestSocketPath = 100;
const joinMilliseconds = 10_000;

/**
 * Starts the embedded database on a folder (made if needed, for its owner only), or joins the process that serves it.
 * Throws an error with a plain sentence when the folder cannot be written, its file is damaged, or its holder is silent.
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const folder = resolve(options.folder);
  const noticeFile = join(folder, 'server.json');
  const until = Date.now() + joinMilliseconds;
  for (;;) {
    const release = takeFolder(folder);
    if (release) {
      try {
        return await serve(folder, noticeFile, options, release);
      } catch (error) {
        release();
        throw error;
      }
    }
    const notice = readNotice(noticeFile);
    if (notice && (await answers(notice.address)))
      return { uri: uriOf(notice.address), joined: true, close: async () => undefined };
    if (Date.now() > until) {
      const holder = notice ? `process ${notice.pid}` : 'another process';
      throw new Error(
        `The database folder ${folder} is held by ${holder}, which does not answer. End it and try again.`,
      );
    }
    await wait(50);
  }
}

function uriOf(address: Address): string {
  const host = 'path' in address ? encodeURIComponent(address.path) : `${address.host}:${address.port}`;
  return `mongodb://${host}/?directConnection=true&replicaSet=${setName}`;
}

async function serve(
  folder: string,
  noticeFile: string,
  options: EmbeddedMongoOptions,
  release: () => void,
): Promise<EmbeddedMongo> {
  rmSync(noticeFile, { force: true });
  const path = options.tcp || process.platform === 'win32' ? undefined : freshSocketPath(folder);
  const file = databaseFile(folder);
  const { durability = 'full', maxBytes } = options;
  const order: WorkerOrder = { file, durability, socketPath: path, maxBytes };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order });
  const port = await listening(worker).catch((error: Error) => {
    throw new Error(`The embedded database could not open ${file}: ${error.message}`);
  });
  if (path) chmodSync(path, 0o600);
  const address = path ? { path } : { host: '127.0.0.1', port };
  const notice: Notice = { address, pid: process.pid };
  writeFileSync(`${noticeFile}.new`, JSON.stringify(notice), { mode: 0o600 });
  renameSync(`${noticeFile}.new`, noticeFile);
  let closing: Promise<void> | undefined;
  const end = async () => {
    const exited = once(worker, 'exit');
    worker.postMessage('close');
    await exited;
    rmSync(noticeFile, { force: true });
    if (path && dirname(path) !== folder) rmSync(dirname(path), { recursive: true, force: true });
    release();
  };
  return {
    uri: uriOf(address),
    joined: false,
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}

// The port the worker listens on, 0 for a socket; rejects with what ended it instead.
function listening(worker: Worker): Promise<number> {
  return new Promise((done, fail) => {
    worker.once('error', fail);
    worker.on('message', ({ listening }: Partial<WorkerNews>) => {
      // Anything else is the runtime's own: `node --watch` tells through here what was imported.
      if (listening === undefined) return;
      worker.off('error', fail);
      done(listening);
    });
  });
}

// A socket's path is limited to about a hundred bytes; a longer folder gets one elsewhere, for its owner only.
function freshSocketPath(folder: string): string {
  const near = join(folder, 'mongodb.sock');
  if (Buffer.byteLength(near) > longestSocketPath)
    return join(mkdtempSync(join(tmpdir(), 'embedded-')), 'mongodb.sock');
  rmSync(near, { force: true });
  return near;
}

function readNotice(file: string): Notice | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Notice;
  } catch {
    return undefined;
  }
}

async function answers(address: Address): Promise<boolean> {
  const socket = connect(address);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
