import { type Connection, Schema } from 'mongoose';
import type { RosterImport, RosterImportStore } from '../domain/trainings/roster-import.ts';
import type { RosterRow } from '../domain/trainings/roster-row.ts';
import { actorSchema } from './audit-entries.ts';
import { literal } from './literal.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import { settled, upsertAndRead } from './upsert.ts';

type RosterImportRecord = Omit<RosterImport, 'id'> & { _id: string };

const row = new Schema<RosterRow>(
  {
    line: Number,
    code: String,
    course: String,
    title: String,
    mode: String,
    source: String,
    length: String,
    start: String,
    end: String,
    timeZone: String,
    instructorEmails: [String],
    name: String,
    email: String,
    department: String,
    managerEmail: String,
    withdrawn: Boolean,
  },
  part,
);

const schema = new Schema<RosterImportRecord>(
  {
    _id: String,
    fileName: String,
    rows: [row],
    applied: Number,
    finished: Boolean,
    createdAt: Date,
    begunBy: { type: actorSchema },
    restarts: Number,
  },
  storedAs('roster-imports'),
);
schema.index({ finished: 1, createdAt: 1 });

const read = ({ _id, ...rosterImport }: RosterImportRecord): RosterImport => ({ id: _id, ...rosterImport });

/** Imports by the digest of their rows; how far one has come goes forward until it is started over. */
export const rosterImportStore = (connection: Connection): RosterImportStore => {
  const imports = connection.model('RosterImport', schema);

  return {
    open: ({ id, ...fresh }) => {
      const update = { $setOnInsert: { ...fresh, rows: fresh.rows.map((line) => present(line)) } };
      return settled(async () =>
        read(
          await imports
            .findOneAndUpdate({ _id: literal(id) }, update, upsertAndRead)
            .orFail()
            .lean(),
        ),
      );
    },
    progress: async (id, applied) => {
      await imports.updateOne({ _id: literal(id), finished: false }, { $max: { applied } });
    },
    finish: async (id) => {
      await imports.updateOne({ _id: literal(id) }, { $set: { finished: true } });
    },
    restart: async (id, begunBy) => {
      const again = { $set: { applied: 0, finished: false, begunBy }, $inc: { restarts: 1 } };
      const restarted = await imports
        .findOneAndUpdate({ _id: literal(id), finished: true }, again, { returnDocument: 'after' })
        .lean();
      // Another process started it over just now.
      return read(restarted ?? (await imports.findById(literal(id)).orFail().lean()));
    },
    unfinished: async () =>
      (await imports.find({ finished: false }).sort({ createdAt: 1, _id: 1 }).lean()).map(read),
    byId: async (id) => {
      const record = await imports.findById(literal(id)).lean();
      return record === null ? undefined : read(record);
    },
  };
};
