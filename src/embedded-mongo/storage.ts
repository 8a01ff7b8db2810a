import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type Doc, decode, encode } from './bson-value.ts';
import { type Index, parseIndex } from './index-keys.ts';
import { refusal } from './mongo-refusal.ts';

/** A stored document: its place in natural order and its BSON bytes. */
export type Row = { row: number; bytes: Buffer };

export type Collection = {
  id: number;
  db: string;
  name: string;
  /** `db.name`, as in error texts and replies. */
  ns: string;
  indexes: Index[];
};

type Value = string | number | Uint8Array;
export type Storage = ReturnType<typeof openStorage>;

const schema = `
  CREATE TABLE IF NOT EXISTS collections(id INTEGER PRIMARY KEY, db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(db, name));
  CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL,
    spec BLOB NOT NULL, multikey INTEGER NOT NULL, UNIQUE(collection, name));
  CREATE TABLE IF NOT EXISTS replies(session BLOB PRIMARY KEY, txn INTEGER NOT NULL, at INTEGER NOT NULL,
    reply BLOB NOT NULL) WITHOUT ROWID;
`;

/** Thrown by what this thread leaves to the reader: longer reads than it may do, and going on with them. */
export const elsewhere = new Error('This is not done in this thread');

/** Buffer over SQLite's bytes without copying them. */
export function toBuffer(bytes: unknown): Buffer {
  const array = bytes as Uint8Array;
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/**
 * Opens the file that holds everything; nobody else may write it. `full` makes every acknowledged write survive a power
 * cut; `off` is for tests. Throws SQLite's error when the file cannot be opened, is damaged or the folder is read-only.
 */
export function openStorage(path: string, durability: 'full' | 'off', readOnly = false) {
  const sqlite = new DatabaseSync(path, { readOnly });
  const statements = new Map<string, StatementSync>();
  const counters = { docsExamined: 0, left: Number.POSITIVE_INFINITY };
  // Undefined when it has to be read again.
  let catalog: Map<string, Collection> | undefined;
  sqlite.exec('PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY');
  sqlite.exec(`PRAGMA cache_size = -${readOnly ? 4096 : 65536}`);
  if (!readOnly) {
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000');
    // What is removed or replaced is overwritten with zeros: it is not to be found in a free corner of the file.
    sqlite.exec(`PRAGMA synchronous = ${durability}; PRAGMA secure_delete = ON`);
    const damage = sqlite.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (damage !== 'ok') throw new Error(`the file is damaged (${damage}) and has been left as it is`);
    sqlite.exec(schema);
  }

  function statement(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = sqlite.prepare(sql);
    prepared.setReturnArrays(true);
    statements.set(sql, prepared);
    return prepared;
  }

  const all = (sql: string, ...values: Value[]) => statement(sql).all(...values) as unknown as unknown[][];
  const run = (sql: string, ...values: Value[]) => Number(statement(sql).run(...values).lastInsertRowid);

  function collections(): Map<string, Collection> {
    if (catalog) return catalog;
    const read = new Map<string, Collection>();
    for (const [id, db, name] of all('SELECT id, db, name FROM collections') as [number, string, string][]) {
      const indexes = all('SELECT id, spec, multikey FROM indexes WHERE collection = ? ORDER BY id', id).map(
        ([index, spec, multikey]) => ({
          ...parseIndex(Number(index), decode(toBuffer(spec))),
          multikey: multikey === 1,
        }),
      );
      read.set(`${db}.${name}`, { id, db, name, ns: `${db}.${name}`, indexes });
    }
    catalog = read;
    return read;
  }

  return {
    /** Documents read since the start, and how many more may be read before `elsewhere` is thrown. */
    counters,
    examine(): void {
      counters.docsExamined++;
      if (--counters.left < 0) throw elsewhere;
    },

    /** The rows of a query one by one; the same query may not be asked again before it is through. */
    each: (sql: string, ...values: Value[]) =>
      statement(sql).iterate(...values) as unknown as Iterable<unknown[]>,
    all,
    run,

    /** Runs `work` in one transaction: all of it is kept, durably, or nothing. */
    transaction<T>(work: () => T, kind: 'IMMEDIATE' | 'DEFERRED' = 'IMMEDIATE'): T {
      sqlite.exec(`BEGIN ${kind}`);
      try {
        if (readOnly) catalog = undefined;
        const result = work();
        sqlite.exec('COMMIT');
        return result;
      } catch (error) {
        catalog = undefined;
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
        throw error;
      }
    },

    collection: (db: string, name: string) => collections().get(`${db}.${name}`),
    collections: () => [...collections().values()],

    createCollection(db: string, name: string): Collection {
      const id = run('INSERT INTO collections(db, name) VALUES(?, ?)', db, name);
      sqlite.exec(
        `CREATE TABLE c${id}_(row INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`,
      );
      const collection: Collection = { id, db, name, ns: `${db}.${name}`, indexes: [] };
      collections().set(collection.ns, collection);
      return collection;
    },

    dropCollection({ id, ns, indexes }: Collection): void {
      for (const index of indexes) sqlite.exec(`DROP TABLE i${index.id}_`);
      sqlite.exec(`DROP TABLE c${id}_`);
      run('DELETE FROM indexes WHERE collection = ?', id);
      run('DELETE FROM collections WHERE id = ?', id);
      collections().delete(ns);
    },

    /** Adds an empty index; the caller fills it. */
    createIndex(collection: Collection, spec: Doc): Index {
      const sql = 'INSERT INTO indexes(collection, name, spec, multikey) VALUES(?, ?, ?, 0)';
      const id = run(sql, collection.id, String(spec.name), encode(spec));
      sqlite.exec(
        `CREATE TABLE i${id}_(key BLOB NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(key, row)) WITHOUT ROWID`,
      );
      const index = parseIndex(id, spec);
      collection.indexes.push(index);
      return index;
    },

    dropIndex(collection: Collection, index: Index): void {
      sqlite.exec(`DROP TABLE i${index.id}_`);
      run('DELETE FROM indexes WHERE id = ?', index.id);
      collection.indexes = collection.indexes.filter((other) => other !== index);
    },

    markMultikey(index: Index): void {
      run('UPDATE indexes SET multikey = 1 WHERE id = ?', index.id);
      index.multikey = true;
    },

    /**
     * Writes the whole file anew, so that nothing is left of what was ever removed, nor in the log beside it. Throws
     * 117 while another process reads the file.
     */
    writeAnew(): void {
      run('DELETE FROM replies');
      sqlite.exec('VACUUM');
      const [done] = all('PRAGMA wal_checkpoint(TRUNCATE)');
      if (done?.[0] !== 0) throw refusal(117, 'Another process reads the file of the embedded database');
    },

    limitSize: (bytes: number) => sqlite.exec(`PRAGMA max_page_count = ${Math.ceil(bytes / 4096)}`),
    close: () => sqlite.close(),
  };
}
