import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { realClock } from '../../../src/domain/kernel/clock.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { releases } from '../../../src/store/migrations/releases.ts';
import { openStores } from '../../../src/store/open-stores.ts';
import type { TestDatabase } from '../../support/database.ts';
import { given } from '../../support/given.ts';
import { openKeptDatabase } from '../../support/kept-database.ts';

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
const db = () => client.db(database.dbName);

beforeEach(async () => {
  database = await openKeptDatabase('1226a1e');
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
});
afterEach(async () => {
  await client.close();
  await database.close();
});

interface Kept {
  readonly _id: string;
  readonly email?: string;
  readonly emails?: readonly string[];
  readonly personId?: string;
  readonly standing?: readonly string[];
  readonly name?: string;
}
const put = (collection: string, record: Kept) => db().collection<Kept>(collection).insertOne(record);
const person = (id: string, email: string) => put('people', { _id: id, email, name: id, standing: [] });
const account = (id: string, personId: string, emails: readonly string[]) =>
  put('accounts', { _id: `tenant/${id}`, personId, emails });

it('people of the time before (1226a1e) are found by every address of their accounts that is nobody else’s', async () => {
  await person('ann', 'ann@old.example');
  await account('ann', 'ann', ['ann@old.example', 'ann@new.example', 'ann_x.example#ext#@contoso.example']);
  await person('bo', 'bo@old.example');
  await person('bo-too', 'bo@new.example');
  await account('bo', 'bo', ['bo@old.example', 'bo@new.example']);
  await person('cy', 'cy@old.example');
  await person('di', 'di@old.example');
  for (const id of ['cy', 'di']) await account(id, id, [`${id}@old.example`, 'office@old.example']);
  await person('eve', 'eve\u200e@old.example');
  for (const _ of [1, 2]) await migrate(db(), { releases, realClock, given });
  const opened = await openStores({ ...database, given });
  const found = async (email: string) => (await opened.stores.people.byEmails([email])).map(({ id }) => id);
  expect(await found('ann@new.example')).toEqual(['ann']);
  expect(await found('bo@new.example')).toEqual(['bo-too']);
  expect(await found('office@old.example')).toEqual([]);
  expect(await found('eve@old.example')).toEqual(['eve']);
  expect((await opened.stores.people.byIds(['ann' as never]))[0]?.otherEmails).toEqual(['ann@new.example']);
  await opened.close();
});
