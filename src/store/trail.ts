import { type Connection, type mongo, Schema } from 'mongoose';
import type { PendingEntry, TrailStore } from '../domain/audit/trail-store.ts';
import type { EntryId } from '../domain/kernel/ids.ts';
import {
  type Audited,
  entryFields,
  readEntry,
  type StoredEntry,
  storedEntry,
  waitingEntries,
} from './audit-entries.ts';
import { literal } from './literal.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';
import { readWhole } from './whole-records.ts';
import { writeMany } from './write-many.ts';

type TrailRecord = Omit<StoredEntry, 'id'> & { _id: EntryId };
type AuditedRecord = Audited & { _id: string };

const schema = new Schema<TrailRecord>({ _id: String, ...entryFields }, storedAs('trail'));
schema.index({ 'about.kind': 1, 'about.id': 1, at: 1 });
readWhole(schema, { needs: ['who', 'at', 'what', 'about'] });

/** What somebody changed may be anything: only what has the parts of an entry is one. */
const entriesIn = (entries: unknown): readonly StoredEntry[] =>
  Array.isArray(entries)
    ? entries.filter((one) => one?.id && one.who && one.at instanceof Date && one.about)
    : [];

/** The trail: entries by their ids, of every audited collection. Nothing in it is ever changed. */
export const trailStore = (connection: Connection): TrailStore => {
  const trail = connection.model('Entry', schema);
  const auditedCollections = () =>
    Object.values(connection.models)
      .filter((model) => model.schema.path('entries') !== undefined)
      .map((model) => model.collection as unknown as mongo.Collection<AuditedRecord>);

  const waitingIn = async (
    collection: mongo.Collection<AuditedRecord>,
    records: number,
  ): Promise<PendingEntry[]> => {
    const waiting = collection.find(waitingEntries, { projection: { entries: 1 } }).limit(records);
    return (await waiting.toArray()).flatMap(({ _id, entries }) =>
      entriesIn(entries).map((entry) => ({
        entry: readEntry(entry),
        held: { collection: collection.collectionName, record: _id },
      })),
    );
  };

  return {
    pending: async (records) =>
      (await Promise.all(auditedCollections().map((one) => waitingIn(one, records)))).flat(),
    keep: async (entries) => {
      if (entries.length === 0) return;
      const writes = entries.map(storedEntry).map(({ id, ...fields }) => ({
        updateOne: { filter: { _id: id }, update: { $setOnInsert: fields }, ...upsert },
      }));
      await settled(() => writeMany(trail, writes));
    },
    letGo: async (entries) => {
      for (const collection of auditedCollections()) {
        const here = entries.filter(({ held }) => held.collection === collection.collectionName);
        const kept = [...Map.groupBy(here, ({ held }) => held.record)];
        if (kept.length === 0) continue;
        const pulls = kept.map(([_id, own]) => {
          const id = { $in: own.map(({ entry }) => entry.id) };
          return { updateOne: { filter: { _id }, update: { $pull: { entries: { id } } } } };
        });
        await collection.bulkWrite(pulls, { ordered: false });
        // An empty list would keep its place in the index.
        const records = { $in: kept.map(([record]) => record) };
        await collection.updateMany({ _id: records, entries: [] }, { $unset: { entries: 1 } });
      }
    },
    about: async (kind, id) => {
      const about = { 'about.kind': literal(kind), 'about.id': literal(id) };
      const found = await trail.find(about).sort({ at: 1 }).lean();
      return found.map(({ _id, ...fields }) => readEntry({ id: _id, ...fields }));
    },
  };
};
