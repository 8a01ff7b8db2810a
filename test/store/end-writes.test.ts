import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedStores, openStores } from '../../src/store/open-stores.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { times } from '../support/how-often.ts';

/** Every socket this process opens from here on. */
const sockets: Socket[] = [];
const keep = (message: unknown): void => {
  sockets.push((message as { socket: Socket }).socket);
};

describe('a request to the database whose connection is cut off at that very moment', () => {
  let database: TestDatabase;
  let opened: OpenedStores;
  beforeAll(async () => {
    database = await openTestDatabase();
    subscribe('net.client.socket', keep);
    opened = await openStores(database);
  });
  afterAll(async () => {
    unsubscribe('net.client.socket', keep);
    await opened.close();
    await database.close();
  });

  /** Cut off in the same breath: nobody has been told when the next request is written. */
  const cutOff = (): number => {
    const open = sockets.filter((socket) => !socket.destroyed);
    for (const socket of open) socket.destroy();
    return open.length;
  };

  it('is asked again on another connection', async () => {
    await opened.stores.departmentAddress.current();
    expect(cutOff()).toBeGreaterThan(0);
    expect(await opened.stores.departmentAddress.current()).toBeUndefined();
  });

  it('fails where asking again might do harm, and does not wait for ever', async () => {
    await opened.ping();
    expect(cutOff()).toBeGreaterThan(0);
    await expect(opened.ping()).rejects.toThrow(/closed/);
    await expect(opened.ping()).resolves.toBeUndefined();
  });

  const rounds = times(3, 40);
  it('does no harm to many others', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const asked = Array.from({ length: 20 }, () => opened.stores.departmentAddress.current());
      cutOff();
      asked.push(...Array.from({ length: 20 }, () => opened.stores.departmentAddress.current()));
      const ended = await Promise.allSettled(asked);
      expect(ended).toHaveLength(40);
    }
    expect(await opened.stores.departmentAddress.current()).toBeUndefined();
  });
});
