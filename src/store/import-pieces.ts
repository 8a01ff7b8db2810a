import { type Connection, Schema } from 'mongoose';
import type { RosterRow } from '../domain/rosters/roster-row.ts';
import { literal } from './literal.ts';
import { rosterRowSchema } from './roster-row-schema.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';
import { allOf, readWhole } from './whole-records.ts';
import { writeMany } from './write-many.ts';

/** Rows are a few hundred bytes, 10 kB at the very most: a piece stays far below what a document may hold (16 MB). */
const rowsInPiece = 250;

/** `_id` is `import#run#number`: a run that is over is dropped without touching the one that began since. */
interface PieceRecord {
  readonly _id: string;
  readonly import: string;
  readonly run: number;
  readonly number: number;
  readonly rows: readonly RosterRow[];
}

const schema = new Schema<PieceRecord>(
  { _id: String, import: String, run: Number, number: Number, rows: [rosterRowSchema] },
  storedAs('import-pieces'),
);
schema.index({ import: 1, run: 1, number: 1 });
readWhole(schema, { needs: ['import', 'run', 'number', 'rows'] });

/** The rows of imports that are not through yet, in pieces. */
export const importPieces = (connection: Connection) => {
  const pieces = connection.model('ImportPiece', schema);

  return {
    keep: async (id: string, run: number, rows: readonly RosterRow[]): Promise<void> => {
      for (let number = 0; number * rowsInPiece < rows.length; number += 1) {
        const own = rows.slice(number * rowsInPiece, (number + 1) * rowsInPiece);
        const piece = { import: id, run, number, rows: own };
        const filter = { _id: `${literal(id)}#${run}#${number}` };
        const write = { updateOne: { filter, update: { $setOnInsert: piece }, ...upsert } };
        await settled(() => writeMany<PieceRecord>(pieces, [write]));
      }
    },
    of: async (id: string, run: number): Promise<RosterRow[]> => {
      const found = await pieces
        .find({ import: literal(id), run })
        .sort({ number: 1 })
        .lean();
      return allOf(found).flatMap(({ rows }) => rows);
    },
    /** Of this run and those before it. */
    drop: async (id: string, run: number): Promise<void> => {
      await pieces.deleteMany({ import: literal(id), run: { $lte: run } });
    },
  };
};
