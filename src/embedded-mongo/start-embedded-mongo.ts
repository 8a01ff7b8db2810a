import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

type Notice = { uri: string; pid: number };

const longestSocketPath = 100;
const joinMilliseconds = 10_000;

/**
 * Starts the embedded database on a folder (made if needed, for its owner only), or joins the process that serves it.
 * Throws an error with a plain sentence when the folder cannot be written, its file is damaged, or its holder is silent.
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const folder = resolve(options.folder);
  const noticeFile = join(folder, 'server.json');
  makeFolder(folder);
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
    if (notice && (await answers(notice.uri)))
      return { uri: notice.uri, joined: true, close: async () => undefined };
    if (Date.now() > until) {
      const holder = notice ? `process ${notice.pid}` : 'another process';
      throw new Error(
        `The database folder ${folder} is held by ${holder}, which does not answer. End it and try again.`,
      );
    }
    await wait(50);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode } = statSync(folder);
    if ((mode & 0o077) !== 0) chmodSync(folder, mode & 0o700);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database folder ${folder} cannot be made or written: ${reason}`);
  }
}

async function serve(
  folder: string,
  noticeFile: string,
  options: EmbeddedMongoOptions,
  release: () => void,
): Promise<EmbeddedMongo> {
  rmSync(noticeFile, { force: true });
  const socketPath = options.tcp || process.platform === 'win32' ? undefined : freshSocketPath(folder);
  const file = databaseFile(folder);
  const { durability = 'full', maxBytes } = options;
  const order: WorkerOrder = { file, durability, socketPath, maxBytes };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order });
  const port = await new Promise<number>((done, fail) => {
    worker.once('error', fail);
    worker.on('message', (news: WorkerNews) => {
      if ('listening' in news) {
        worker.off('error', fail);
        done(news.listening);
      } else if ('failed' in news) {
        fail(new Error(`The embedded database could not open ${file}: ${news.failed}`));
      } // anything else is the runtime's own: `node --watch` tells through here what was imported
    });
  }).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  if (socketPath) chmodSync(socketPath, 0o600);
  const host = socketPath ? encodeURIComponent(socketPath) : `127.0.0.1:${port}`;
  const uri = `mongodb://${host}/?directConnection=true&replicaSet=${setName}`;
  const notice: Notice = { uri, pid: process.pid };
  writeFileSync(`${noticeFile}.new`, JSON.stringify(notice), { mode: 0o600 });
  renameSync(`${noticeFile}.new`, noticeFile);
  let closing: Promise<void> | undefined;
  const end = async () => {
    const exited = new Promise((done) => worker.once('exit', done));
    worker.postMessage('close');
    await exited;
    rmSync(noticeFile, { force: true });
    if (socketPath && dirname(socketPath) !== folder)
      rmSync(dirname(socketPath), { recursive: true, force: true });
    else if (socketPath) rmSync(socketPath, { force: true });
    release();
  };
  return {
    uri,
    joined: false,
    close: () => {
      closing ??= end();
      return closing;
    },
  };
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

function answers(uri: string): Promise<boolean> {
  const host = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(uri)?.[1] ?? '');
  const tcp = /^127\.0\.0\.1:(\d+)$/.exec(host);
  return new Promise((done) => {
    const socket = tcp ? connect(Number(tcp[1]), '127.0.0.1') : connect(host);
    const finish = (yes: boolean) => {
      socket.destroy();
      done(yes);
    };
    socket.setTimeout(2000, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
