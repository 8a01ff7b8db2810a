import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type Doc, decode, encode } from './bson-value.ts';
import type { Index } from './index-keys.ts';
import { parseIndex } from './index-spec.ts';

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

/** Thrown by a read that was given a limit and reached it. */
export const tooMuch = new Error('More documents would have to be read than allowed here');

/** Buffer over SQLite's bytes without copying them. */
export function toBuffer(bytes: unknown): Buffer {
  const array = bytes as Uint8Array;
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/**
 * Opens the file that holds everything. `full` makes every acknowledged write survive a power cut; `off` is for tests.
 * Throws SQLite's error when the file cannot be opened, is damaged or the folder is read-only.
 */
export function openStorage(path: string, durability: 'full' | 'off', readOnly = false) {
  const sqlite = new DatabaseSync(path, { readOnly });
  const idle = new Map<string, StatementSync[]>();
  const catalog = new Map<string, Collection>();
  let catalogVersion = -1;
  const counters = { docsExamined: 0, left: Number.POSITIVE_INFINITY };
  sqlite.exec('PRAGMA busy_timeout = 10000');
  if (!readOnly) {
    sqlite.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability}; PRAGMA wal_autocheckpoint = 4000`,
    );
    const damage = sqlite.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (damage !== 'ok') throw new Error(`the file is damaged (${damage}) and has been left as it is`);
    sqlite.exec(schema);
  }
  sqlite.exec(`PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${readOnly ? 4096 : 65536}`);

  // Statements are used again; one whose rows are still being read is not lent a second time.
  function borrow(sql: string): StatementSync {
    const free = idle.get(sql)?.pop();
    if (free) return free;
    const prepared = sqlite.prepare(sql);
    prepared.setReturnArrays(true);
    return prepared;
  }

  const giveBack = (sql: string, statement: StatementSync) =>
    idle.get(sql)?.push(statement) ?? idle.set(sql, [statement]);

  function using<T>(sql: string, use: (statement: StatementSync) => T): T {
    const statement = borrow(sql);
    try {
      return use(statement);
    } finally {
      giveBack(sql, statement);
    }
  }

  const all = (sql: string, ...values: Value[]) =>
    using(sql, (statement) => statement.all(...values) as unknown as unknown[][]);
  const run = (sql: string, ...values: Value[]) =>
    Number(using(sql, (statement) => statement.run(...values)).lastInsertRowid);

  function loadCatalog(): void {
    const version = Number(all('PRAGMA user_version')[0]?.[0]);
    if (version === catalogVersion) return;
    catalog.clear();
    const byId = new Map<number, Collection>();
    for (const row of all('SELECT id, db, name FROM collections')) {
      const [id, db, name] = row as [number, string, string];
      const collection: Collection = { id, db, name, ns: `${db}.${name}`, indexes: [] };
      catalog.set(collection.ns, collection);
      byId.set(id, collection);
    }
    for (const row of all('SELECT id, collection, spec, multikey FROM indexes ORDER BY id')) {
      const [id, collection, spec, multikey] = row as [number, number, Uint8Array, number];
      const index = { ...parseIndex(id, decode(toBuffer(spec))), multikey: multikey === 1 };
      byId.get(collection)?.indexes.push(index);
    }
    catalogVersion = version;
  }

  function catalogChanged(): void {
    const version = Number(all('PRAGMA user_version')[0]?.[0]) + 1;
    sqlite.exec(`PRAGMA user_version = ${version}`);
    catalogVersion = -1;
  }

  function forget(table: string): void {
    for (const sql of [...idle.keys()]) if (sql.includes(table)) idle.delete(sql);
    sqlite.exec(`DROP TABLE ${table}`);
  }

  return {
    /** Documents read since the start, and how many more may be read before `TooMuch` is thrown. */
    counters,
    examine(): void {
      counters.docsExamined++;
      if (--counters.left < 0) throw tooMuch;
    },

    /** The rows of a query one by one; several may be open at a time. */
    *each(sql: string, ...values: Uint8Array[]): Generator<unknown[]> {
      const statement = borrow(sql);
      try {
        yield* statement.iterate(...values) as unknown as Iterable<unknown[]>;
      } finally {
        giveBack(sql, statement);
      }
    },
    all,
    run,

    /** Runs `work` in one transaction: all of it is kept, durably, or nothing. */
    transaction<T>(work: () => T, kind: 'IMMEDIATE' | 'DEFERRED' = 'IMMEDIATE'): T {
      sqlite.exec(`BEGIN ${kind}`);
      try {
        loadCatalog();
        const result = work();
        sqlite.exec('COMMIT');
        return result;
      } catch (error) {
        catalogVersion = -1;
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
        throw error;
      }
    },

    /** Reads the list of collections again after a transaction that failed. */
    refresh(): void {
      if (catalogVersion < 0) loadCatalog();
    },

    collection: (db: string, name: string) => catalog.get(`${db}.${name}`),
    collections: () => [...catalog.values()],

    createCollection(db: string, name: string): Collection {
      const id = run('INSERT INTO collections(db, name) VALUES(?, ?)', db, name);
      sqlite.exec(
        `CREATE TABLE c${id}_(row INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`,
      );
      catalogChanged();
      loadCatalog();
      return catalog.get(`${db}.${name}`) as Collection;
    },

    dropCollection(collection: Collection): void {
      for (const index of collection.indexes) forget(`i${index.id}_`);
      forget(`c${collection.id}_`);
      run('DELETE FROM indexes WHERE collection = ?', collection.id);
      run('DELETE FROM collections WHERE id = ?', collection.id);
      catalogChanged();
      loadCatalog();
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
      catalogChanged();
      return index;
    },

    dropIndex(collection: Collection, index: Index): void {
      forget(`i${index.id}_`);
      run('DELETE FROM indexes WHERE id = ?', index.id);
      collection.indexes = collection.indexes.filter((other) => other !== index);
      catalogChanged();
    },

    markMultikey(index: Index): void {
      run('UPDATE indexes SET multikey = 1 WHERE id = ?', index.id);
      index.multikey = true;
      catalogChanged();
    },

    limitSize: (bytes: number) => sqlite.exec(`PRAGMA max_page_count = ${Math.ceil(bytes / 4096)}`),
    close: () => sqlite.close(),
  };
}
