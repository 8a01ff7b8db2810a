import { type Connection, Schema } from 'mongoose';
import type { RosterImport, RosterImportStore } from '../domain/trainings/roster-import.ts';
import type { RosterRow } from '../domain/trainings/roster-row.ts';
import { actorSchema } from './audit-entries.ts';
import { importPieces } from './import-pieces.ts';
import { literal } from './literal.ts';
import { oldImports } from './old-imports.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';

/** How far an import is: small, for it is written again and again; its rows lie beside it in pieces. */
export interface ImportRecord extends Omit<RosterImport, 'id' | 'rows'> {
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
  },
  storedAs('imports'),
);
schema.index({ finished: 1, createdAt: 1 });
schema.index({ begunAt: -1 });

/** Imports by the digest of their rows; how far one has come goes forward until it is started over. */
export const rosterImportStore = (connection: Connection): RosterImportStore => {
  const imports = connection.model('Import', schema);
  const pieces = importPieces(connection);

  const read = ({ _id, begunAt, ...record }: ImportRecord, rows: readonly RosterRow[]): RosterImport => ({
    id: _id,
    ...record,
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
      const { restarts = 0, finished } = await imports.findById(_id).orFail().lean();
      if (finished) {
        await pieces.keep(id, restarts + 1, rows);
        const asRead = { _id, finished: true, restarts: restarts === 0 ? { $in: [null, 0] } : restarts };
        const again = { applied: 0, finished: false, begunBy, begunAt, restarts: restarts + 1 };
        // Where another process started it over just now, that one’s stands.
        await imports.updateOne(asRead, { $set: again });
      }
      return read(await imports.findById(_id).orFail().lean(), rows);
    },
    unfinished: async () => {
      await old.adopt({ finished: false });
      const records = await imports.find({ finished: false }).sort({ createdAt: 1, _id: 1 }).lean();
      const found: RosterImport[] = [];
      for (const record of records)
        found.push(read(record, await pieces.of(record._id, record.restarts ?? 0)));
      return found;
    },
    byId: async (id) => {
      const record = await imports.findById(literal(id)).lean();
      return record === null ? undefined : read(record, await pieces.of(id, record.restarts ?? 0));
    },
  };
};
