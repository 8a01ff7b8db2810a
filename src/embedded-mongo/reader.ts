import { Worker } from 'node:worker_threads';
import { type Doc, encode } from './bson-value.ts';
import { failure } from './dispatch.ts';
import { toBuffer } from './storage.ts';

/** A second thread that carries out long reads on snapshots of `file`; started when first needed. */
export function makeReader(file: string) {
  // It answers in the order it is asked.
  const waiting: ((reply: Buffer) => void)[] = [];
  let thread: Worker | undefined;

  function start(): Worker {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { workerData: file });
    let reason = new Error('The reader of the embedded database ended');
    worker.on('message', (reply: Uint8Array) => waiting.shift()?.(toBuffer(reply)));
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', () => {
      thread = undefined;
      for (const done of waiting.splice(0)) done(failure(reason));
    });
    return worker;
  }

  return {
    /** Carries out a reading command and gives its reply, an error being one too. */
    read(command: Doc): Promise<Buffer> {
      thread ??= start();
      thread.postMessage(encode(command));
      return new Promise((done) => waiting.push(done));
    },
    close: async () => {
      await thread?.terminate();
    },
  };
}
