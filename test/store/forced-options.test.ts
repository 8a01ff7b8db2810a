import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutWeakening } from '../../src/store/forced-options.ts';
import { type OpenedStores, openStores } from '../../src/store/open-stores.ts';
import { byTest } from '../support/by-test.ts';
import { openTestDatabase, storeSettings, type TestDatabase } from '../support/database.ts';

/** What an administrator may have copied from somewhere. */
const weakening =
  'journal=false&w=1&readPreference=secondary&readPreferenceTags=dc:a&maxStalenessSeconds=120';

describe('whatever the URI says', () => {
  let database: TestDatabase;
  let opened: OpenedStores;
  const commands: { name: string; body: Record<string, unknown> }[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    const { uri, dbName } = database;
    const join = uri.includes('?') ? '&' : '/?';
    opened = await openStores({
      ...storeSettings,
      uri: `${uri}${join}${weakening}&monitorCommands=true`,
      dbName,
    });
    opened.connection.getClient().on('commandStarted', ({ commandName, command }) => {
      commands.push({ name: commandName, body: command });
    });
  });
  afterAll(async () => {
    await opened?.close();
    await database?.close();
  });
  const said = (name: string) => commands.filter((command) => command.name === name).map(({ body }) => body);

  it('every write waits for a majority and its journal', async () => {
    await opened.stores.people.appear('ann@example.com', 'Ann');
    const address = { channel: 'teams', parts: { channelId: 'c' } } as const;
    await opened.stores.departmentAddress.choose({ address, name: 'n', chosenAt: new Date() }, byTest);
    const writes = [...said('update'), ...said('findAndModify')];
    expect(writes.length).toBeGreaterThanOrEqual(2);
    for (const { writeConcern } of writes) expect(writeConcern).toEqual({ w: 'majority', j: true });
  });

  it('is read from the primary, so that what was just written is seen', async () => {
    await opened.stores.people.byEmails(['ann@example.com']);
    await opened.stores.visits.countByState('none' as never);
    const reads = [...said('find'), ...said('aggregate')];
    expect(reads.length).toBeGreaterThanOrEqual(2);
    // A single server is asked "primary or else whoever is there".
    for (const { $readPreference } of reads)
      expect(JSON.stringify($readPreference ?? 'primary')).toMatch(/primary/);
    expect(opened.connection.getClient().options.readPreference.mode).toBe('primary');
  });
});

it('nothing else is taken out of a URI', () => {
  const uri = 'mongodb://u:p%3Fq@a.example,b.example/admin?replicaSet=rs&tls=true';
  expect(withoutWeakening(uri)).toBe(uri);
  expect(withoutWeakening(`${uri}&W=0&J=false&retryWrites=false`)).toBe(`${uri}&retryWrites=false`);
  expect(withoutWeakening('mongodb+srv://c.example/?w=0')).toBe('mongodb+srv://c.example/');
  expect(withoutWeakening('mongodb://localhost')).toBe('mongodb://localhost');
});
