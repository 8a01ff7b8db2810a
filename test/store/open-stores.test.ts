import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openStores } from '../../src/store/open-stores.ts';
import { storeSettings } from '../support/database.ts';
import { useStores } from './two-processes.ts';

describe('opening the stores', () => {
  const { opened, openAgain } = useStores();

  it('makes the unique indexes that keep repeated writes harmless', async () => {
    const unique = async (collection: string) =>
      (await opened().connection.collection(collection).indexes())
        .filter((index) => index.unique === true)
        .map((index) => Object.keys(index.key).join());
    expect(await unique('people')).toEqual(['email']);
    expect(await unique('visits')).toEqual(['round,person']);
    expect(await unique('results')).toEqual(['round,revision']);
    expect(await unique('improvements')).toEqual(['issue']);
  });

  const indexes = async (collection: string) =>
    (await opened().connection.collection(collection).indexes()).map(({ v: _version, ...index }) => index);

  it('rebuilds an index that differs from what the schema says, and leaves others as they are', async () => {
    const before = await Promise.all(['visits', 'deliveries', 'paces'].map(indexes));
    const { connection } = opened();
    const [visits, deliveries, paces] = ['visits', 'deliveries', 'paces'].map((name) =>
      connection.collection(name),
    );
    // Other options, other keys under the name, another name for the keys.
    await visits?.dropIndex('round_1_person_1');
    await visits?.createIndex({ round: 1, person: 1 });
    await visits?.dropIndex('round_1_state_1');
    await visits?.createIndex({ round: 1, openedAt: 1 }, { name: 'round_1_state_1' });
    await deliveries?.dropIndex('refusedOn_1');
    await deliveries?.createIndex({ refusedOn: 1 }, { name: 'by refusal' });
    await paces?.dropIndex('until_1');
    await paces?.createIndex({ until: 1 }, { expireAfterSeconds: 60 });
    await visits?.createIndex({ department: 1 }, { name: 'an administrator’s own' });
    const again = await openAgain();
    await again.close();
    const after = await Promise.all(['visits', 'deliveries', 'paces'].map(indexes));
    expect(after.flat().filter(({ name }) => name === 'an administrator’s own')).toHaveLength(1);
    await visits?.dropIndex('an administrator’s own');
    const sorted = (lists: Awaited<ReturnType<typeof indexes>>[]) =>
      lists.map((list) => list.toSorted((one, other) => String(one.name).localeCompare(String(other.name))));
    expect(sorted(await Promise.all(['visits', 'deliveries', 'paces'].map(indexes)))).toEqual(sorted(before));
  });

  it('rebuilds it once when several processes start at the same moment', async () => {
    const visits = opened().connection.collection('visits');
    await visits.dropIndex('round_1_person_1');
    await visits.createIndex({ round: 1, person: 1 });
    const started = await Promise.all([openAgain(), openAgain(), openAgain()]);
    for (const one of started) await one.close();
    expect((await indexes('visits')).filter(({ name }) => name === 'round_1_person_1')).toEqual([
      { key: { round: 1, person: 1 }, name: 'round_1_person_1', unique: true },
    ]);
  });

  it('tells whoever is open that a later version has left this one behind, and then refuses', async () => {
    const running = await openAgain({ lookEveryMs: 50 });
    const schema = opened().connection.collection<{ _id: string; version: number; oldest: number }>('schema');
    const before = await schema.findOne({ _id: 'schema' });
    if (before === null) throw new Error('there is no record');
    await schema.updateOne({ _id: 'schema' }, { $set: { version: 999 } });
    await expect(openAgain()).rejects.toMatchObject({ name: 'LaterDatabase', database: 999 });
    const early = await Promise.race([running.tooOld, pause(500, 'goes on')]);
    expect(early).toBe('goes on');
    await schema.updateOne({ _id: 'schema' }, { $set: { oldest: 998 } });
    expect(await running.tooOld).toMatchObject({ name: 'LaterDatabase', database: 999 });
    await running.close();
    await schema.updateOne({ _id: 'schema' }, { $set: { version: before.version, oldest: before.oldest } });
  });

  it('says that it is there while it is open, and that it is gone', async () => {
    const processes = () => opened().connection.collection('processes').countDocuments();
    const before = await processes();
    const again = await openAgain();
    expect(await processes()).toBe(before + 1);
    await again.close();
    expect(await processes()).toBe(before);
  });

  it('answers a ping while it is open, and not after', async () => {
    await expect(opened().ping()).resolves.toBeUndefined();
    const again = await openAgain();
    await again.close();
    await expect(again.ping()).rejects.toThrow();
  });

  it('refuses a field that no schema names', async () => {
    const people = opened().connection.model('Person');
    await expect(people.updateOne({ _id: 'x' }, { $set: { salary: 1 } })).rejects.toThrow('salary');
    await expect(people.findOne({ salary: 1 })).rejects.toThrow('salary');
  });

  it('fails when no database answers', async () => {
    await expect(
      openStores({
        ...storeSettings,
        uri: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300',
        dbName: 'none',
      }),
    ).rejects.toThrow();
  });
});
