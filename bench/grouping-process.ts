import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
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
const group = () =>
  entries.aggregate([{ $group: { _id: '$group', n: { $sum: '$n' }, count: { $sum: 1 } } }]).toArray();
const took: number[] = [];
let slowestRead = 0;
const loop = monitorEventLoopDelay({ resolution: 1 });
for (let i = 0; i < 3; i++) {
  const start = performance.now();
  let grouping = true;
  const grouped = group().finally(() => {
    grouping = false;
  });
  loop.enable();
  // Somebody else asks by key meanwhile.
  while (grouping) {
    const asked = performance.now();
    await entries.findOne({ _id: i });
    slowestRead = Math.max(slowestRead, performance.now() - asked);
    await new Promise((done) => setTimeout(done, 5));
  }
  loop.disable();
  await grouped;
  took.push(Math.round(performance.now() - start));
}
process.send?.({
  took,
  residentMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  slowestReadMs: Math.round(slowestRead),
  threadHeldMs: Math.round(loop.max / 1e6),
});
await client.close();
await server.close();
process.disconnect?.();
