import { setTimeout as pause } from 'node:timers/promises';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import mongoose from 'mongoose';

// A process that works on the jobs named "count" and writes down each run, until it is ended. It takes ten at a time, and ends
// none before another process has begun one: so no process does them all, however late the others come.
const [uri = '', dbName = '', name = ''] = process.argv.slice(2);
const connection = await mongoose.createConnection(uri, { dbName }).asPromise();
const mongo = connection.db as unknown as ConstructorParameters<typeof MongoBackend>[0] extends {
  mongo?: infer D;
}
  ? D
  : never;
const agenda = new Agenda({ backend: new MongoBackend({ mongo }), processEvery: 20, name });
const runs = connection.collection('runs');
agenda.define<{ i: number }>(
  'count',
  async (job) => {
    await runs.insertOne({ i: job.attrs.data.i, by: name });
    while ((await runs.findOne({ by: { $ne: name } })) === null) await pause(20);
  },
  { concurrency: 10, lockLimit: 10 },
);
await agenda.start();
process.send?.('working');
