import { parentPort, workerData } from 'node:worker_threads';
import { decode } from './bson-value.ts';
import { makeCursors } from './cursors.ts';
import { dispatch } from './dispatch.ts';
import { openStorage } from './storage.ts';

const engine = { storage: openStorage(String(workerData), 'off', true), cursors: makeCursors(-1n) };

parentPort?.on('message', (command: Uint8Array) =>
  parentPort?.postMessage(dispatch(engine, decode(command))),
);
