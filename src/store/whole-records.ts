import type { Model, Schema, SchemaType } from 'mongoose';
import { type Damage, DamagedRecord, noteDamage } from './damaged-record.ts';

type Raw = Readonly<Record<string, unknown>>;

interface Wholeness<Stored> {
  /** Nothing is to be made of a record without these; what documents of earlier versions lack does not belong here. */
  readonly needs: readonly (keyof Stored & string)[];
  /** Of fields that may be of their type and mean nothing all the same. False, or throws: so it is. */
  readonly checks?: {
    readonly [Field in keyof Stored & string]?: (
      value: Exclude<Stored[Field], undefined>,
      record: Stored,
    ) => unknown;
  };
}

/** The query that found something. */
interface Reading {
  readonly model: Model<unknown>;
  projection(): Raw | null | undefined;
}

interface LeftOut {
  readonly record: Raw;
  readonly damage: Damage;
}

/** What was left out of lists. */
const missing = new WeakMap<readonly unknown[], readonly LeftOut[]>();

/**
 * Makes a damaged record harm nobody but itself: lists are read without it, and whoever asks for it alone is refused
 * (`DamagedRecord`). Whoever counts, or puts parts together, looks what was left out.
 */
export const readWhole = <Stored>(
  schema: Schema<Stored>,
  { needs, checks = {} }: Wholeness<Stored>,
): void => {
  const checked = Object.entries(checks) as [string, (value: unknown, record: Raw) => unknown][];
  // What is written down in a record is the trail's to read, one by one.
  const typed = Object.entries(schema.paths)
    .filter(([field]) => field !== 'entries')
    .map(([field, type]) => [field, fitting(type)] as const);

  const damageIn = (reading: Reading, record: Raw): Damage | undefined => {
    const asked = reading.projection() ?? {};
    const isAsked = (field: string): boolean => Object.keys(asked).length === 0 || Boolean(asked[field]);
    const wrong = [
      ...needs.filter((field) => isAsked(field) && isAbsent(record[field])),
      ...typed.flatMap(([field, fits]) => (fits(record[field]) ? [] : [field])),
    ];
    // Checks trust the types.
    const fields = wrong.length > 0 ? wrong : checked.flatMap((one) => (passes(one, record) ? [] : [one[0]]));
    if (fields.length === 0) return undefined;
    const { db, collection } = reading.model;
    const damage = { collection: collection.collectionName, id: String(record._id), fields };
    noteDamage(db, damage);
    return damage;
  };

  const hooked = schema as unknown as Schema;
  hooked.post('find', function (found: unknown) {
    const records = found as Raw[];
    const left = records.flatMap((record): LeftOut[] => {
      const damage = damageIn(this as unknown as Reading, record);
      return damage === undefined ? [] : [{ record, damage }];
    });
    if (left.length === 0) return;
    missing.set(records, left);
    const damaged = new Set(left.map(({ record }) => record));
    for (const [index, record] of records.filter((one) => !damaged.has(one)).entries())
      records[index] = record;
    records.length -= left.length;
  });
  hooked.post(['findOne', 'findOneAndUpdate'], function (found: unknown) {
    const damage = isRecord(found) ? damageIn(this as unknown as Reading, found) : undefined;
    if (damage !== undefined) throw new DamagedRecord(damage);
  });
};

/** What could not be read of a list, as it came from the database. */
export const leftOutOf = (records: readonly unknown[]): readonly Raw[] =>
  missing.get(records)?.map(({ record }) => record) ?? [];

/** A list whose records are parts of one thing: without one of them it is nothing, and `DamagedRecord` is thrown. */
export const allOf = <Records extends readonly unknown[]>(records: Records): Records => {
  const [first] = missing.get(records) ?? [];
  if (first !== undefined) throw new DamagedRecord(first.damage);
  return records;
};

/** For `checks`. */
export const oneOf =
  (values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value);

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

const passes = (
  [field, check]: readonly [string, (value: unknown, record: Raw) => unknown],
  record: Raw,
): boolean => {
  if (isAbsent(record[field])) return true;
  try {
    return check(record[field], record) !== false;
  } catch {
    return false;
  }
};

type Fits = (value: unknown) => boolean;

/** Whether values are of the type that the schema names; what is not there is of every type. Made once: many records are read. */
const fitting = (type: SchemaType): Fits => {
  const { schema, embeddedSchemaType } = type as SchemaType & {
    readonly schema?: Schema;
    readonly embeddedSchemaType?: SchemaType;
  };
  const one = schema === undefined ? isOfType[type.instance] : fittingIn(schema);
  if (type.instance !== 'Array')
    return one === undefined ? () => true : (value) => isAbsent(value) || one(value);
  const each = schema !== undefined ? one : embeddedSchemaType && fitting(embeddedSchemaType);
  const isPart: Fits = (value) => !isAbsent(value) && each?.(value) !== false;
  return (value) => isAbsent(value) || (Array.isArray(value) && value.every(isPart));
};

const fittingIn = (schema: Schema): Fits => {
  const fields = Object.entries(schema.paths).map(([field, type]) => [field, fitting(type)] as const);
  return (value) =>
    isRecord(value) && !Array.isArray(value) && fields.every(([field, fits]) => fits(value[field]));
};

const isOfType: Readonly<Record<string, Fits>> = {
  String: (value) => typeof value === 'string',
  Number: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
};
