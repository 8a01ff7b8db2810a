import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { releases } from '../../../src/store/migrations/releases.ts';
import { type OpenedStores, openStores } from '../../../src/store/open-stores.ts';
import { given } from '../../support/given.ts';
import { openKeptDatabase } from '../../support/kept-database.ts';
import { readKeptShapes } from '../../support/kept-office.ts';
import { migrationMeans } from '../../support/migration-means.ts';
import { storedShapes } from '../../support/stored-shapes.ts';

/** The version that may run beside this one, but for what must not stay as it was: a migration that is alone takes it away. */
const before = '94b4293';
const takenAway = [
  /^results\.(departments|managers|groups|comments|whole\.respondents)\b/,
  /^responses\.(?!round\b)/,
  /^visits\.(started|answered|ended)At\b/,
];

describe('a release', () => {
  let database: Awaited<ReturnType<typeof openKeptDatabase>>;
  let opened: OpenedStores;
  beforeAll(async () => {
    database = await openKeptDatabase(before);
    opened = await openStores({ ...database, given });
  });
  afterAll(async () => {
    await opened?.close();
    await database?.close();
  });

  it('stores every field that the one before reads, under its name and of its type', () => {
    const now = storedShapes(opened.connection);
    // Under a mixed field anything may be stored: what is, the tests of its store say.
    const mixed = (fields: Readonly<Record<string, string>>, path: string): boolean =>
      path.split('.').some((_, index, parts) => fields[parts.slice(0, index + 1).join('.')] === 'Mixed');
    const missing = Object.entries(readKeptShapes(before)).flatMap(([collection, { fields }]) =>
      Object.entries(fields)
        .filter(([path, type]) => now[collection]?.fields[path] !== type)
        .filter(([path]) => !mixed(now[collection]?.fields ?? {}, path))
        .map(([path, type]) => `${collection}.${path}: ${type}`)
        .filter((field) => !takenAway.some((pattern) => pattern.test(field))),
    );
    expect(missing).toEqual([]);
  });

  it('names every index it finds, or a migration removes it with the next release', async () => {
    const next = [{ number: releases.flat().length + 1, name: 'the next' }];
    const { db } = opened.connection;
    if (db === undefined) throw new Error('the database is not connected');
    await migrate(db, { releases: [...releases, next], ...migrationMeans });
    const forgotten: string[] = [];
    // One that has no index of its own comes about when something is written to it.
    const existing = new Set((await db.listCollections().toArray()).map(({ name }) => name));
    for (const [collection, { indexes }] of Object.entries(storedShapes(opened.connection))) {
      if (!existing.has(collection)) continue;
      const there = await db.collection(collection).indexes();
      const names = there.map(({ name }) => String(name)).filter((name) => name !== '_id_');
      forgotten.push(
        ...names.filter((name) => !indexes.includes(name)).map((name) => `${collection}.${name}`),
      );
    }
    expect(forgotten).toEqual([]);
  });
});
