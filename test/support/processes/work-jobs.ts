import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import mongoose from 'mongoose';

// A process that works on the jobs named "count" and writes down each run, until it is ended.
const [uri = '', dbName = '', name = ''] = process.argv.slice(2);
const connection = await mongoose.createConnection(uri, { dbName }).asPromise();
const mongo = connection.db as unknown as ConstructorParameters<typeof MongoBackend>[0] extends {
  mongo?: infer D;
}
  ? D
  : never;
const agenda = new Agenda({ backend: new MongoBackend({ mongo }), processEvery: 20, name });
agenda.define<{ i: number }>(
  'count',
  async (job) => {
    await connection.collection('runs').insertOne({ i: job.attrs.data.i, by: name });
  },
  { concurrency: 10 },
);
await agenda.start();
process.send?.('working');
