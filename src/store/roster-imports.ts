import { type Connection, Schema } from 'mongoose';
import { newEntry } from '../domain/audit/entry.ts';
import type { RosterImport, RosterImportStore } from '../domain/imports/roster-import.ts';
import type { RosterRow } from '../domain/rosters/roster-row.ts';
import { type Audited, actorSchema, audited, writtenDown } from './audit-entries.ts';
import { DamagedRecord } from './damaged-record.ts';
import { importPieces } from './import-pieces.ts';
import { literal } from './literal.ts';
import { oldImports } from './old-imports.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';
import { readWhole } from './whole-records.ts';

/** How far an import is: small, for it is written again and again; its rows lie beside it in pieces. */
export interface ImportRecord extends Omit<RosterImport, 'id' | 'rows'>, Audited {
  readonly _id: string;
  readonly rows: number;
  /** When it was begun last. */
  readonly begunAt: Date;
}

const schema = new Schema<ImportRecord>(
  {
    _id: String,
    fileName: String,
    rows: Number,
    applied: Number,
    finished: Boolean,
    createdAt: Date,
    begunAt: Date,
    begunBy: { type: actorSchema },
    restarts: Number,
    since: Number,
    traced: Boolean,
    undo: String,
  },
  storedAs('imports'),
);
audited(schema);
readWhole(schema, { needs: ['fileName', 'rows', 'applied', 'finished', 'createdAt'] });
schema.index({ finished: 1, createdAt: 1 });
schema.index({ begunAt: -1 });
schema.index({ undo: 1 }, { sparse: true });

const latestFirst = { begunAt: -1, _id: 1 } as const;

/** Imports by the digest of their rows; how far one has come goes forward until it is started over. */
export const rosterImportStore = (connection: Connection): RosterImportStore => {
  const imports = connection.model('Import', schema);
  const pieces = importPieces(connection);

  const bare = ({ _id, rows, entries, ...record }: ImportRecord): Omit<RosterImport, 'rows'> => ({
    id: _id,
    ...record,
  });
  const read = (record: ImportRecord, rows: readonly RosterRow[]): RosterImport => ({
    ...bare(record),
    rows,
  });

  const keep = async ({ id, rows, ...fresh }: RosterImport): Promise<void> => {
    // The record comes last: an import that is there has all its rows.
    if (!fresh.finished) await pieces.keep(id, fresh.restarts ?? 0, rows);
    const made = { ...fresh, rows: rows.length, begunAt: fresh.createdAt };
    await settled(() => imports.updateOne({ _id: literal(id) }, { $setOnInsert: made }, upsert));
  };
  const old = oldImports(connection, keep);
  const ended = async (id: string): Promise<void> => {
    const record = await imports.findById(literal(id)).lean();
    if (record?.finished === true) await pieces.drop(id, record.restarts ?? 0);
  };

  return {
    open: async (fresh) => {
      const _id = literal(fresh.id);
      if ((await imports.exists({ _id })) === null) {
        await old.adopt({ _id });
        await keep(fresh);
      }
      return read(await imports.findById(_id).orFail().lean(), fresh.rows);
    },
    progress: async (id, applied) => {
      await imports.updateOne({ _id: literal(id), finished: false }, { $max: { applied } });
    },
    finish: async (id) => {
      await imports.updateOne({ _id: literal(id) }, { $set: { finished: true } });
      await ended(id);
    },
    restart: async (id, rows, { by: begunBy, at: begunAt }) => {
      const _id = literal(id);
      const { restarts = 0, finished, since = 0, undo } = await imports.findById(_id).orFail().lean();
      if (finished) {
        await pieces.keep(id, restarts + 1, rows);
        const asRead = { _id, finished: true, restarts: restarts === 0 ? { $in: [null, 0] } : restarts };
        const isLatest = (await imports.findOne({}, { _id: 1 }).sort(latestFirst).lean())?._id === _id;
        const first = isLatest && undo === undefined ? since : restarts + 1;
        const again = { applied: 0, finished: false, begunBy, begunAt, restarts: restarts + 1, since: first };
        // Where another process started it over just now, that one’s stands.
        await imports.updateOne(asRead, { $set: { ...again, traced: true }, $unset: { undo: 1 } });
      }
      return read(await imports.findById(_id).orFail().lean(), rows);
    },
    unfinished: async () => {
      await old.adopt({ finished: false });
      const records = await imports.find({ finished: false }).sort({ createdAt: 1, _id: 1 }).lean();
      const found: RosterImport[] = [];
      for (const record of records) {
        try {
          found.push(read(record, await pieces.of(record._id, record.restarts ?? 0)));
        } catch (error) {
          // Said already; the others are finished all the same.
          if (!(error instanceof DamagedRecord)) throw error;
        }
      }
      return found;
    },
    latest: async () => {
      const record = await imports.findOne({}).sort(latestFirst).lean();
      return record === null ? undefined : bare(record);
    },
    beingUndone: async () =>
      (
        await imports
          .find({ undo: { $in: ['holding', 'going'] } })
          .sort({ _id: 1 })
          .lean()
      ).map(bare),
    beginUndo: async (id, by) => {
      const entry = newEntry(by, 'import-undone', { kind: 'import', id });
      await imports.updateOne(
        { _id: literal(id), undo: 'holding' },
        { $set: { undo: 'going' }, ...writtenDown(entry) },
      );
    },
    holdForUndo: async (id) => {
      await imports.updateOne(
        { _id: literal(id), undo: { $exists: false } },
        { $set: { undo: 'holding', finished: true } },
      );
    },
    letStand: async (id) => {
      await imports.updateOne({ _id: literal(id), undo: 'holding' }, { $unset: { undo: 1 } });
    },
    endUndo: async (id) => {
      await imports.updateOne({ _id: literal(id), undo: 'going' }, { $set: { undo: 'done' } });
      await ended(id);
    },
    byId: async (id) => {
      const record = await imports.findById(literal(id)).lean();
      return record === null ? undefined : read(record, await pieces.of(id, record.restarts ?? 0));
    },
  };
};
