import { parentPort, workerData } from 'node:worker_threads';
import { decode, encode } from './bson-value.ts';
import { readSnapshot } from './dispatch.ts';
import { toRefusal } from './refusal.ts';
import type { Results } from './reply.ts';
import { openStorage } from './storage.ts';

export type Question = { id: number; command: Uint8Array };
export type Answer =
  | { id: number; body: Uint8Array; results?: Omit<Results, 'docs'> & { docs: Uint8Array<ArrayBuffer> } }
  | { id: number; error: { code: number; message: string } };

const storage = openStorage(String(workerData), 'off', true);

parentPort?.on('message', ({ id, command }: Question) => {
  try {
    const bytes = Buffer.from(command.buffer, command.byteOffset, command.byteLength);
    const { body, results } = readSnapshot(storage, decode(bytes));
    if (!results) return reply({ id, body: encode(body) });
    const docs = new Uint8Array(Buffer.concat(results.docs));
    reply({ id, body: encode(body), results: { ...results, docs } }, [docs.buffer]);
  } catch (error) {
    const { code, message } = toRefusal(error);
    reply({ id, error: { code, message } });
  }
});

function reply(answer: Answer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, moved);
}
