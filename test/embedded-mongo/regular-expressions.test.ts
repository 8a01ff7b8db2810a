import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

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
    ['a.c', 'a\u2028c', true],
    ['a.c', 'a\nc', false],
    ['^b', 'a\nb', false],
    ['b$', 'b\n', true],
    ['b$', 'b\nc', false],
    ['[.$]', '$', true],
    ['\\.', 'x', false],
    ['^.$', '😀', true],
    ['^\\s$', '\u3000', false],
    ['^ÄB$', 'äb', false],
    ['培训', '新员工培训', true],
    ['a-\\-b', 'a--b', true],
  ])('%s on %j: %s', async (pattern, text, matches) => {
    const texts = client.db(database.dbName).collection('texts');
    await texts.deleteMany({});
    await texts.insertOne({ text });
    expect(await texts.countDocuments({ text: { $regex: pattern } })).toBe(matches ? 1 : 0);
  });

  test('with i, m and s reads as asked', async () => {
    const texts = client.db(database.dbName).collection('texts');
    await texts.deleteMany({});
    await texts.insertOne({ text: 'One\nTÄO' });
    expect(await texts.countDocuments({ text: /^täo$/im })).toBe(1);
    expect(await texts.countDocuments({ text: { $regex: 'One.T', $options: 's' } })).toBe(1);
    await expect(texts.findOne({ text: { $regex: 'a', $options: 'x' } })).rejects.toMatchObject({
      code: 51108,
    });
    await expect(texts.findOne({ text: { $regex: '(?i)one' } })).rejects.toMatchObject({ code: 51091 });
  });
});
