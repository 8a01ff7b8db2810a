import { type Connection, type QueryFilter, Schema } from 'mongoose';
import type { RosterImport } from '../domain/imports/roster-import.ts';
import { actorSchema } from './audit-entries.ts';
import { literal } from './literal.ts';
import { rosterRowSchema } from './roster-row-schema.ts';
import { storedAs } from './schema-options.ts';
import { readWhole } from './whole-records.ts';

type OldImportRecord = Omit<RosterImport, 'id'> & { _id: string };

const schema = new Schema<OldImportRecord>(
  {
    _id: String,
    fileName: String,
    rows: [rosterRowSchema],
    applied: Number,
    finished: Boolean,
    createdAt: Date,
    begunBy: { type: actorSchema },
    restarts: Number,
  },
  storedAs('roster-imports'),
);
schema.index({ finished: 1, createdAt: 1 });
readWhole(schema, { needs: ['fileName', 'rows', 'applied', 'finished', 'createdAt'] });

/**
 * Imports of the version before, each one document with all its rows. They are this version's from the moment it meets them:
 * kept anew in its shape first, and over for that version then, which may run beside and keep its rows for itself.
 */
export const oldImports = (connection: Connection, keep: (found: RosterImport) => Promise<void>) => {
  const imports = connection.model('RosterImport', schema);

  return {
    adopt: async (which: QueryFilter<OldImportRecord>): Promise<void> => {
      for (const { _id, ...found } of await imports.find(which).sort({ createdAt: 1, _id: 1 }).lean()) {
        await keep({ id: _id, ...found });
        if (!found.finished) await imports.updateOne({ _id: literal(_id) }, { $set: { finished: true } });
      }
    },
  };
};
