import { Schema } from 'mongoose';
import type { Completion, ResultCell, Tally } from '../domain/analysis/result.ts';
import { type Entry, fromEntries, toEntries } from './entries.ts';
import { part } from './schema-options.ts';

type TallyRecord = Omit<Tally, 'histogram' | 'positions'> & {
  histogram: Entry<number>[];
  positions?: Entry<number>[];
};

/** A cell as it is stored: its maps are lists, since answer keys and option ids are not field names. */
export type CellRecord = Omit<ResultCell, 'items'> & { items: Entry<TallyRecord>[] };

const completion = new Schema<Completion>(
  { due: Number, answered: Number, started: Number, declined: Number, excused: Number },
  part,
);
const count = new Schema<Entry<number>>({ key: String, value: Number }, part);
const tally = new Schema<TallyRecord>(
  {
    n: Number,
    sum: Number,
    sumOfSquares: Number,
    histogram: [count],
    positions: { type: [count], default: undefined },
    none: Number,
  },
  part,
);
const item = new Schema<Entry<TallyRecord>>({ key: String, value: tally }, part);

export const cellSchema = new Schema<CellRecord>({ completion, respondents: Number, items: [item] }, part);
export const namedCellSchema = new Schema<Entry<CellRecord>>({ key: String, value: cellSchema }, part);

export const storedCell = ({ items, ...cell }: ResultCell): CellRecord => ({
  ...cell,
  items: toEntries(items, storedTally),
});

export const readCell = ({ items, ...cell }: CellRecord): ResultCell => ({
  ...cell,
  items: fromEntries(items, readTally),
});

const storedTally = ({ histogram, positions, ...sums }: Tally): TallyRecord => ({
  ...sums,
  histogram: toEntries(histogram, (times) => times),
  ...(positions === undefined ? {} : { positions: toEntries(positions, (times) => times) }),
});

const readTally = ({ histogram, positions, ...sums }: TallyRecord): Tally => ({
  ...sums,
  histogram: fromEntries(histogram, (times) => times),
  ...(positions === undefined ? {} : { positions: fromEntries(positions, (times) => times) }),
});
