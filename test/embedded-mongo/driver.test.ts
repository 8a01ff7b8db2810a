import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';

const { Long } = mongoose.mongo.BSON;

describe.each([
  ['a socket', false],
  ['TCP on loopback', true],
])('the plain driver over %s', (_name, tcp) => {
  let folder: string;
  let server: EmbeddedMongo;
  let client: mongoose.mongo.MongoClient;
  let db: mongoose.mongo.Db;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driver-'));
    server = await startEmbeddedMongo({ folder, durability: 'off', tcp });
    client = await new mongoose.mongo.MongoClient(server.uri, { monitorCommands: true }).connect();
    db = client.db('x');
  });

  afterAll(async () => {
    await client.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('tells what kind of server it is', async () => {
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect(await db.admin().command({ hello: 1 })).toMatchObject({
      isWritablePrimary: true,
      maxWireVersion: 21,
    });
    await db.collection('here').insertOne({});
    expect((await db.admin().listDatabases()).databases.map(({ name }) => name)).toEqual(['x']);
    expect((await db.listCollections().toArray()).map(({ name }) => name)).toContain('here');
    expect(await db.collection('here').estimatedDocumentCount()).toBe(1);
  });

  test.each([
    ['an unknown command', { frobnicate: 1 }, 59],
    ['an unknown field of a command', { find: 'here', frobnicate: 1 }, 40415],
    ['a collection that is there already', { create: 'here' }, 48],
    ['dropping what is not there', { drop: 'nowhere' }, 26],
    ['indexes of what is not there', { listIndexes: 'nowhere' }, 26],
    ['an unknown index', { dropIndexes: 'here', index: 'none' }, 27],
    ['a name no collection may have', { create: 'a$b' }, 73],
    ['a cursor that is gone', { getMore: Long.fromNumber(5), collection: 'here' }, 43],
    ['an unknown stage', { aggregate: 'here', pipeline: [{ $frob: 1 }], cursor: {} }, 40324],
    ['a filter that is no document', { find: 'here', filter: 5 }, 14],
    ['reading a snapshot', { find: 'here', readConcern: { level: 'snapshot' } }, 72],
  ])('is refused %s', async (_what, command, code) => {
    await expect(db.command(command)).rejects.toMatchObject({ code });
  });

  test('gets distinct values, arrays taken apart', async () => {
    await db.collection('tags').insertMany([{ t: ['a', 'b'] }, { t: 'b' }, { t: null }, {}]);
    expect(await db.collection('tags').distinct('t')).toEqual(['a', 'b', null]);
  });

  test('a killed cursor is gone', async () => {
    await db.collection('many').insertMany(Array.from({ length: 10 }, (_, n) => ({ n })));
    const { cursor } = await db.command({ find: 'many', batchSize: 3 });
    await db.command({ killCursors: 'many', cursors: [cursor.id] });
    await expect(db.command({ getMore: cursor.id, collection: 'many' })).rejects.toMatchObject({ code: 43 });
  });

  test('a write sent twice under one number is done once and answered alike', async () => {
    // A client of its own: sessions are used again, and their numbers go on.
    const other = await new mongoose.mongo.MongoClient(server.uri).connect();
    const session = other.startSession();
    const send = (command: Record<string, unknown>) => other.db('x').command({ ...command }, { session });
    const command = {
      update: 'twice',
      updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }],
      txnNumber: Long.fromNumber(7),
    };
    const replies = [await send(command), await send(command)];
    expect(replies[1]).toMatchObject({ n: 1, upserted: [{ index: 0, _id: 1 }] });
    expect(replies[0]).toEqual(replies[1]);
    expect(await db.collection<{ _id: number; n: number }>('twice').findOne({ _id: 1 })).toEqual({
      _id: 1,
      n: 1,
    });
    const older = { ...command, txnNumber: Long.fromNumber(6) };
    await expect(send(older)).rejects.toMatchObject({ code: 225 });
    await session.endSession();
    await other.close();
  });

  test('documents at the limit are stored, larger ones refused', async () => {
    const text = 'x'.repeat(15 * 1024 * 1024);
    await db.collection('large').insertOne({ text });
    await expect(db.collection('large').updateMany({}, { $set: { more: text } })).rejects.toMatchObject({
      code: 10334,
    });
    expect((await db.collection('large').findOne())?.text).toHaveLength(text.length);
  });

  test('a connection that talks nonsense is ended, the others go on', async () => {
    const place = tcp
      ? { port: Number(new URL(server.uri).port), host: '127.0.0.1' }
      : { path: join(folder, 'mongodb.sock') };
    for (const nonsense of [
      'GET / HTTP/1.1\r\n\r\nhello there and more',
      '\x30\0\0\0\x01\0\0\0\0\0\0\0\xdd\x07\0\0\0\0\0\0\0'.padEnd(48, '\xff'),
    ]) {
      const socket = connect(place);
      const ended = new Promise((done) => socket.once('close', done));
      socket.on('error', () => undefined);
      socket.write(Buffer.from(nonsense, 'latin1'));
      await ended;
    }
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});
