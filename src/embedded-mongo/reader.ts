import { Worker } from 'node:worker_threads';
import { type Doc, decode, encode } from './bson-value.ts';
import type { Answer, Question } from './reader-worker.ts';
import { isRefusal, refusal } from './refusal.ts';
import type { Reply } from './reply.ts';

type Waiting = { done: (reply: Reply) => void; fail: (error: Error) => void };

/** A second thread that carries out long reads on snapshots of `file`; started when first needed. */
export function makeReader(file: string) {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { workerData: file });
    worker.on('message', (answer: Answer) => {
      const { done, fail } = waiting.get(answer.id) ?? {};
      waiting.delete(answer.id);
      if ('error' in answer) fail?.(refusal(answer.error.code, answer.error.message));
      else done?.(toReply(answer));
    });
    worker.on('error', (error) => lose(error));
    worker.on('exit', () => lose(new Error('The reader of the embedded database ended')));
    return worker;
  }

  function lose(error: Error): void {
    thread = undefined;
    for (const { fail } of waiting.values()) fail(isRefusal(error) ? error : refusal(1, error.message));
    waiting.clear();
  }

  return {
    /** Carries out a reading command; rejects with a refusal. */
    read(command: Doc): Promise<Reply> {
      thread ??= start();
      const question: Question = { id: ++last, command: encode(command) };
      thread.postMessage(question);
      return new Promise((done, fail) => waiting.set(question.id, { done, fail }));
    },
    close: async () => {
      await thread?.terminate();
    },
  };
}

function toReply({ body, results }: Exclude<Answer, { error: unknown }>): Reply {
  const reply: Reply = { body: decode(asBuffer(body)) };
  if (!results) return reply;
  const { docs, ...rest } = results;
  return { ...reply, results: { ...rest, docs: apart(asBuffer(docs)) } };
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

// Documents one after the other, each beginning with its length.
function apart(bytes: Buffer): Buffer[] {
  const docs: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) {
    docs.push(bytes.subarray(at, at + bytes.readInt32LE(at)));
  }
  return docs;
}
