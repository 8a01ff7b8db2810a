import { mongo } from 'mongoose';
import type { ResponseId, RoundId } from '../../src/domain/kernel/ids.ts';
import { openResponse } from '../../src/domain/responses/sealed-response.ts';
import { given } from './given.ts';

/** What tells of processes, not of what is stored, and what is forgotten by itself while a test looks. */
const passing = ['processes', 'paces'];

/** Every document and every index of a database, as text; two that are the same read the same. What is sealed is opened: no two seals are alike. */
export const wholeDatabase = async (db: mongo.Db): Promise<string> => {
  const collections = await db.listCollections().toArray();
  const names = collections.map(({ name }) => name).filter((name) => !passing.includes(name));
  const parts: [string, unknown, unknown][] = [];
  for (const name of names.sort()) {
    const documents = (await db.collection(name).find().sort({ _id: 1 }).toArray()).map(opened);
    const indexes = (await db.collection(name).indexes()).map(({ v: _version, ...index }) => index);
    parts.push([name, documents, indexes.toSorted((a, b) => String(a.name).localeCompare(String(b.name)))]);
  }
  return JSON.stringify(parts, sortedKeys, 1);
};

const opened = (document: mongo.Document): mongo.Document => {
  const { _id, round, cover, pages } = document;
  if (!(cover instanceof mongo.Binary)) return document;
  const bytes = (value: mongo.Binary): Uint8Array => value.value();
  const sealed = {
    id: _id as ResponseId,
    round: round as RoundId,
    cover: bytes(cover),
    pages: pages.map(bytes),
  };
  const { response, stored } = openResponse(given.seal, sealed);
  return { ...response, room: [...stored.values()].map(({ page }) => page?.length) };
};

const sortedKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
