import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { serverKind } from '../support/known-gaps.ts';

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;

beforeAll(async () => {
  database = await openTestDatabase();
  client = await new mongoose.mongo.MongoClient(database.uri).connect();
});

afterAll(async () => {
  await client?.close();
  await database?.close();
});

describe('a regular expression', () => {
  test.each([
    ['^b', 'a\nb', false],
    ['^b', 'b', true],
    ['\\.', 'x', false],
    ['\\(a\\)', 'b (a)', true],
    ['ÄB', 'äb', false],
    ['培训', '新员工培训', true],
    ['a-b/', 'a-b/c', true],
    ['', 'anything', true],
  ])('%s on %j: %s', async (pattern, text, matches) => {
    const texts = client.db(database.dbName).collection('texts');
    await texts.deleteMany({});
    await texts.insertOne({ text });
    expect(await texts.countDocuments({ text: { $regex: pattern } })).toBe(matches ? 1 : 0);
  });

  test('with i takes small and capital letters for the same', async () => {
    const texts = client.db(database.dbName).collection('texts');
    await texts.deleteMany({});
    await texts.insertOne({ text: 'TÄO' });
    expect(await texts.countDocuments({ text: /^tä/i })).toBe(1);
    expect(await texts.countDocuments({ text: { $regex: 'äo', $options: 'i' } })).toBe(1);
  });

  test.each([
    ['b$', '', 51091],
    ['a.c', '', 51091],
    ['(?i)one', '', 51091],
    ['\\d', '', 51091],
    ['a', 'm', 51108],
  ])('%s with options "%s" is refused: only texts are looked for', async (pattern, $options, code) => {
    const texts = client.db(database.dbName).collection('texts');
    if ((await serverKind(client)) !== 'embedded') return;
    await expect(texts.findOne({ text: { $regex: pattern, $options } })).rejects.toMatchObject({ code });
  });
});
