import { mongo, Schema } from 'mongoose';
import type { Completion, ResultCell } from '../domain/analysis/result.ts';
import type { Roll } from '../domain/analysis/roll.ts';
import type { Tally } from '../domain/analysis/tally.ts';
import {
  type CommonChoices,
  type Disclosed,
  hidden,
  type StoppedTally,
  type Told,
} from '../domain/analysis/told.ts';
import { type Entry, fromEntries, toEntries } from './entries.ts';
import { part } from './schema-options.ts';

type TallyRecord = Omit<Tally, 'histogram' | 'positions'> & {
  histogram: Entry<number>[];
  positions?: Entry<number>[];
};
type StoppedRecord =
  | Exclude<StoppedTally, CommonChoices>
  | (Omit<CommonChoices, 'atLeast'> & { atLeast: Entry<number>[] });
type ToldRecord = TallyRecord | StoppedRecord;

/** A cell as it is stored: its maps are lists, since answer keys and option ids are not field names. */
export interface CellRecord {
  /** Not there where it may not be shown. */
  readonly completion?: Completion;
  readonly items: Entry<ToldRecord>[];
  /** What was answered and may not be shown. */
  readonly hidden: string[];
  /** So many took part, and the digests of them or of some of them. */
  readonly people?: number;
  readonly roll?: Uint8Array | mongo.Binary;
}

const completion = new Schema<Completion>(
  { due: Number, answered: Number, started: Number, declined: Number, excused: Number },
  part,
);
const count = new Schema<Entry<number>>({ key: String, value: Number }, part);
const counts = { type: [count], default: undefined };
const told = new Schema(
  {
    n: Number,
    none: Number,
    sum: Number,
    sumOfSquares: Number,
    histogram: counts,
    positions: counts,
    stopped: String,
    satisfied: Number,
    sumAtMost: Boolean,
    net: Number,
    atLeast: counts,
  },
  part,
);
const item = new Schema<Entry<ToldRecord>>({ key: String, value: told }, part);

export const cellFields = { completion, items: [item], hidden: [String], people: Number, roll: Buffer };
export const cellSchema = new Schema<CellRecord>(cellFields, part);

export const storedCell = ({ completion: people, items, roll }: ResultCell): CellRecord => {
  const shown = Object.entries(items).flatMap(([key, value]) =>
    value === hidden ? [] : [{ key, value: storedTold(value) }],
  );
  return {
    ...(people === hidden ? {} : { completion: people }),
    items: shown,
    hidden: Object.keys(items).filter((key) => items[key] === hidden),
    ...(roll === undefined ? {} : storedRoll(roll)),
  };
};

export const readCell = ({ completion: people, items, hidden: keys, ...rolled }: CellRecord): ResultCell => ({
  completion: people ?? hidden,
  items: inOrder<Disclosed<Told>>([
    ...items.map(({ key, value }) => [key, readTold(value)] as const),
    ...keys.map((key) => [key, hidden] as const),
  ]),
  ...readRoll(rolled),
});

/** Whether there is all of a cell that its readers look into. */
export const isCell = ({ items, hidden }: Partial<Pick<CellRecord, 'items' | 'hidden'>>): boolean =>
  isWhole(items) && hidden !== undefined;

export const isWhole = (items: CellRecord['items'] | undefined): boolean =>
  items?.every(({ key, value }) => key !== undefined && value !== undefined) ?? false;

const digestBytes = 6;

const storedRoll = ({ people, digests }: Roll): Pick<CellRecord, 'people' | 'roll'> => {
  const roll = Buffer.alloc(digests.length * digestBytes);
  for (const [at, digest] of digests.entries()) roll.writeUIntBE(digest, at * digestBytes, digestBytes);
  return { people, roll };
};

const readRoll = ({ people, roll }: Pick<CellRecord, 'people' | 'roll'>): Pick<ResultCell, 'roll'> => {
  if (people === undefined || roll === undefined) return {};
  const bytes = Buffer.from(roll instanceof mongo.Binary ? roll.value() : roll);
  const digests = Array.from({ length: bytes.length / digestBytes }, (_, at) =>
    bytes.readUIntBE(at * digestBytes, digestBytes),
  );
  return { roll: { people, digests } };
};

const inOrder = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));

const same = (times: number): number => times;

const storedTold = (value: Told): ToldRecord => {
  if ('histogram' in value) {
    const { histogram, positions, ...sums } = value;
    return {
      ...sums,
      histogram: toEntries(histogram, same),
      ...(positions === undefined ? {} : { positions: toEntries(positions, same) }),
    };
  }
  return value.stopped === 'choices' ? { ...value, atLeast: toEntries(value.atLeast, same) } : value;
};

const readTold = (value: ToldRecord): Told => {
  if ('histogram' in value) {
    const { histogram, positions, ...sums } = value;
    return {
      ...sums,
      histogram: fromEntries(histogram, same),
      ...(positions === undefined ? {} : { positions: fromEntries(positions, same) }),
    };
  }
  return value.stopped === 'choices' ? { ...value, atLeast: fromEntries(value.atLeast, same) } : value;
};
