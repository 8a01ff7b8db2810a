import { Schema } from 'mongoose';
import type { Actor } from '../domain/audit/by.ts';
import type { Entry } from '../domain/audit/entry.ts';
import { present } from './present.ts';
import { part } from './schema-options.ts';

/** An entry as it is stored, in its record and in the trail alike. */
export interface StoredEntry extends Omit<Entry, 'by'> {
  readonly who: Actor;
  readonly at: Date;
}

/** What every record of an audited collection may hold besides its own fields. Earlier versions leave it alone. */
export interface Audited {
  readonly entries?: StoredEntry[];
}

export const actorSchema = new Schema(
  { person: String, product: String, configuration: Boolean, commandLine: Boolean },
  part,
);

/** The fields of a stored entry, but for its id. */
export const entryFields = {
  who: { type: actorSchema },
  at: Date,
  what: String,
  about: { type: new Schema({ kind: String, id: String }, part) },
  before: Schema.Types.Mixed,
  after: Schema.Types.Mixed,
} as const;

const entry = new Schema({ id: String, ...entryFields }, part);

/** Found by an index that holds only records with entries that wait to be moved. */
export const waitingEntries = { 'entries.id': { $gt: '' } } as const;

/** Makes a collection one whose changes are written down in the changed record. */
export const audited = (schema: Schema): void => {
  schema.add({ entries: { type: [entry], default: undefined } });
  schema.index({ 'entries.id': 1 }, { sparse: true });
};

export const storedEntry = ({ by: { who, at }, id, what, about, before, after }: Entry): StoredEntry => ({
  id,
  who,
  at,
  what,
  about,
  ...present({ before, after }),
});

/** The part of an update that writes down what the rest of it does: one request, so neither is there without the other. */
export const writtenDown = (...entries: readonly Entry[]) => ({
  $push: { entries: { $each: entries.map(storedEntry) } },
});

/** The same for a record that is made. */
export const writtenDownFirst = (...entries: readonly Entry[]): Required<Audited> => ({
  entries: entries.map(storedEntry),
});

export const readEntry = ({ who, at, ...entry }: StoredEntry): Entry => ({ ...entry, by: { who, at } });
