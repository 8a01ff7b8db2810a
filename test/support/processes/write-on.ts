import mongoose from 'mongoose';

/** What one writer knows was acknowledged, and what may or may not have happened. */
export type Ledger = {
  present: string[];
  removed: string[];
  seen: string[];
  counted: number;
  unsure: string[];
  slots: string[];
};

// A client that writes without end, tells of each acknowledged write, and on "stop" hands over its ledger.
const [uri = '', name = ''] = process.argv.slice(2);
const client = new mongoose.mongo.MongoClient(uri, {
  heartbeatFrequencyMS: 100,
  serverSelectionTimeoutMS: 20_000,
  ...{ minHeartbeatFrequencyMS: 30 },
});
const db = client.db('ledger');
const entries = db.collection<{ _id: string; client: string; tags: string[]; seen?: boolean }>('entries');
const counters = db.collection<{ _id: string; n: number }>('counters');
const slots = db.collection<{ slot: string; client: string }>('slots');
const ledger: Ledger = { present: [], removed: [], seen: [], counted: 0, unsure: [], slots: [] };
let stopped = false;
process.on('message', () => {
  stopped = true;
});

async function attempt(what: string, write: () => Promise<unknown>, note: () => void): Promise<void> {
  try {
    await write();
    note();
    process.send?.('acknowledged');
  } catch (error) {
    const code = error instanceof mongoose.mongo.MongoServerError ? error.code : undefined;
    if (code !== 11000) ledger.unsure.push(what);
  }
}

for (let i = 0; !stopped; i++) {
  const _id = `${name}-${i}`;
  const entry = { _id, client: name, tags: [`t${i % 7}`, name] };
  await attempt(
    _id,
    () => entries.insertOne(entry),
    () => ledger.present.push(_id),
  );
  await attempt(
    'counter',
    () => counters.updateOne({ _id: name }, { $inc: { n: 1 } }, { upsert: true }),
    () => ledger.counted++,
  );
  if (i % 3 === 1) {
    const before = `${name}-${i - 1}`;
    await attempt(
      before,
      () => entries.findOneAndUpdate({ _id: before }, { $set: { seen: true }, $push: { tags: `s${i % 5}` } }),
      () => ledger.seen.push(before),
    );
  }
  if (i % 4 === 3) {
    const gone = `${name}-${i - 3}`;
    await attempt(
      gone,
      () => entries.deleteOne({ _id: gone }),
      () => ledger.removed.push(gone),
    );
  }
  const slot = `slot-${i}`;
  await attempt(
    slot,
    () => slots.insertOne({ slot, client: name }),
    () => ledger.slots.push(slot),
  );
}
process.send?.(ledger);
await client.close();
process.disconnect?.();
