import { type Connection, Schema } from 'mongoose';
import type { HeadingMemoryStore, SaidMeaning } from '../domain/rosters/heading-memory.ts';
import { rosterColumns } from '../domain/rosters/roster-columns.ts';
import { literal } from './literal.ts';
import { part, storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';
import { readWhole } from './whole-records.ts';

interface HeadingRecord {
  /** The shape of the file. */
  readonly _id: string;
  readonly meanings: readonly { readonly heading: string; readonly means: string }[];
  readonly saidAt: Date;
}

const schema = new Schema<HeadingRecord>(
  {
    _id: String,
    meanings: [new Schema({ heading: String, means: String }, part)],
    saidAt: Date,
  },
  storedAs('roster-headings'),
);

readWhole(schema, { needs: ['meanings'] });

/** A column that a later version may have is passed over. */
const isMeaning = (means: string): means is SaidMeaning =>
  means === 'nothing' || rosterColumns.some((column) => column === means);

/** What `--map` said of files, by the shape of the file. */
export const headingMemoryStore = (connection: Connection): HeadingMemoryStore => {
  const shapes = connection.model('RosterHeadings', schema);

  return {
    recall: async (some) => {
      const found = await shapes.find({ _id: { $in: some.map(literal) } }).lean();
      const record = some
        .map((shape) => found.find(({ _id }) => _id === shape))
        .find((one) => one !== undefined);
      return (
        record &&
        new Map(record.meanings.flatMap(({ heading, means }) => (isMeaning(means) ? [[heading, means]] : [])))
      );
    },
    remember: (shape, meanings, saidAt) =>
      settled(async () => {
        const said = [...meanings].map(([heading, means]) => ({ heading, means }));
        await shapes.updateOne({ _id: literal(shape) }, { $set: { meanings: said, saidAt } }, upsert);
      }),
  };
};
