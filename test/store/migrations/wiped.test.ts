import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbeddedMongo } from '../../../src/embedded-mongo/start-embedded-mongo.ts';
import { openStores } from '../../../src/store/open-stores.ts';
import { carveDocuments } from '../../attack/carve-documents.ts';
import { storeSettings } from '../../support/database.ts';
import { given } from '../../support/given.ts';
import { keptFolder, readKeptOffice } from '../../support/kept-office.ts';

/** The answers that lie open anywhere in the files of a folder, and the moments at which somebody began or ended. */
const lyingIn = (folder: string) => {
  const documents = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => carveDocuments(readFileSync(join(folder, name))));
  return {
    answers: documents.filter(({ revisions }) => Array.isArray(revisions) && revisions.length > 0).length,
    moments: documents.filter(({ startedAt, answeredAt }) => startedAt ?? answeredAt).length,
  };
};

test('of answers that lay open, and of the hours of the ledger, nothing is left in the files of the built-in database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wiped-'));
  copyFileSync(join(keptFolder('1226a1e'), 'database.sqlite'), join(folder, 'database.sqlite'));
  const before = lyingIn(folder);
  expect(before.answers).toBeGreaterThan(10);
  expect(before.moments).toBeGreaterThan(10);
  const server = await startEmbeddedMongo({ folder });
  const opened = await openStores({
    uri: server.uri,
    dbName: readKeptOffice('1226a1e').dbName,
    ...storeSettings,
    given,
  });
  // While it runs, and when it has ended.
  expect(lyingIn(folder)).toEqual({ answers: 0, moments: 0 });
  await opened.close();
  await server.close();
  expect(lyingIn(folder)).toEqual({ answers: 0, moments: 0 });
  rmSync(folder, { recursive: true });
});
