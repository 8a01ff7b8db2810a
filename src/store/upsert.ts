/** Creates what is not there; what is created is exactly what the update says, without a schema's defaults. */
export const upsert = { upsert: true, setDefaultsOnInsert: false } as const;

/** As `upsert`, answering with the document as it is afterwards. */
export const upsertAndRead = { ...upsert, returnDocument: 'after' } as const;

const duplicateKey = 11000;

/** Whether a write failed because a unique index already holds its key. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === duplicateKey;

/**
 * Runs an idempotent upsert again when another process inserted the same key between its look and its write:
 * the next look finds that document. A duplicate that stays is another error and is thrown.
 */
export const settled = async <Written>(write: () => Promise<Written>): Promise<Written> => {
  // Each further round needs another rival insert; three is already unheard of.
  for (let left = 3; left > 0; left -= 1) {
    try {
      return await write();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  return write();
};
