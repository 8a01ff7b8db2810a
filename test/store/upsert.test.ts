import { describe, expect, it } from 'vitest';
import { isDuplicateKey, settled } from '../../src/store/upsert.ts';
import { useStores } from './two-processes.ts';

describe('an upsert that lost a race', () => {
  const { opened } = useStores();
  const people = () => opened().connection.model('Person');
  const rival = { _id: 'rival', email: 'rival@example.com' };
  const insertTwice = async (): Promise<never> => {
    await people().collection.insertOne({ email: rival.email });
    throw new Error('the unique index did not hold');
  };

  it('is known by its code, alone and within a bulk write', async () => {
    await people().updateOne({ _id: 'rival' }, { $set: { email: rival.email } }, { upsert: true });
    const alone = await insertTwice().catch((error: unknown) => error);
    const write = { insertOne: { document: { ...rival, _id: 'third' } } };
    const inBulk = await people()
      .bulkWrite([write], { ordered: false })
      .catch((error: unknown) => error);
    expect([alone, inBulk].map(isDuplicateKey)).toEqual([true, true]);
    expect([new Error('E11000'), { code: 11000 }, undefined].map(isDuplicateKey)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is tried again, and then finds what the rival wrote', async () => {
    await people().updateOne({ _id: 'rival' }, { $set: { email: rival.email } }, { upsert: true });
    let tries = 0;
    const found = await settled(async () => {
      tries += 1;
      if (tries < 3) await insertTwice();
      return people().exists({ email: rival.email });
    });
    expect([tries, String(found?._id)]).toEqual([3, 'rival']);
  });

  it('fails when the duplicate stays, and at once for any other error', async () => {
    await people().updateOne({ _id: 'rival' }, { $set: { email: rival.email } }, { upsert: true });
    await expect(settled(insertTwice)).rejects.toMatchObject({ code: 11000 });
    let tries = 0;
    const broken = settled(async () => {
      tries += 1;
      throw new Error('the network is down');
    });
    await expect(broken).rejects.toThrow('the network is down');
    expect(tries).toBe(1);
  });
});
