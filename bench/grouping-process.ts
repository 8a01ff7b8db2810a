import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../src/embedded-mongo/start-embedded-mongo.ts';
import { type Entry, fill } from './entry.ts';

// A process of its own, as the bot is one: serves, fills and groups, and tells how long that took and what it holds.
const [folder = ''] = process.argv.slice(2);
const server = await startEmbeddedMongo({ folder: join(folder, 'grouped') });
const client = await new mongoose.mongo.MongoClient(server.uri).connect();
const entries = client.db('bench').collection<Entry>('entries');
await entries.createIndex({ group: 1, n: -1 });
await fill((batch) => entries.insertMany(batch));
const took: number[] = [];
for (let i = 0; i < 3; i++) {
  const start = performance.now();
  await entries.aggregate([{ $group: { _id: '$group', n: { $sum: '$n' }, count: { $sum: 1 } } }]).toArray();
  took.push(Math.round(performance.now() - start));
}
process.send?.({ took, residentMb: Math.round(process.memoryUsage.rss() / 1024 / 1024) });
await client.close();
await server.close();
process.disconnect?.();
