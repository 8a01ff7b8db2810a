/**
 * What every schema shares. A field or filter the schema does not name is an error, never dropped or passed on;
 * ids are ours, so nothing is added to a document that was not written here.
 */
export const storedAs = (collection: string) =>
  ({
    collection,
    strict: 'throw',
    strictQuery: 'throw',
    minimize: false,
    versionKey: false,
    id: false,
    autoIndex: false,
    autoCreate: false,
  }) as const;

/** For parts of a document: they have no identity of their own. */
export const part = { _id: false, id: false, strict: 'throw', minimize: false } as const;
