import { describe, expect, it } from 'vitest';
import { openStores } from '../../src/store/open-stores.ts';
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

  it('fails when no database answers', { timeout: 15_000 }, async () => {
    await expect(
      openStores({ uri: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300', dbName: 'none' }),
    ).rejects.toThrow();
  });
});
