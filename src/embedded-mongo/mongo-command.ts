import { Long } from 'bson';
import { type Doc, isDocument, typeName } from './bson-value.ts';
import type { Cursors } from './cursors.ts';
import { refusal } from './mongo-refusal.ts';
import { isNumber, wholeOf } from './number.ts';
import type { Reply } from './reply.ts';
import type { Collection, Storage } from './storage.ts';

/** What a command may use. */
export type Context = { storage: Storage; cursors: Cursors; db: string };

/** Carries out one command; `command` has passed the allow-list. */
export type Handler = (context: Context, command: Doc) => Reply;

/** The collection a command names in its first field; throws 73 for names MongoDB does not allow. */
export function collectionName(command: Doc): string {
  const name = Object.values(command)[0];
  if (typeof name !== 'string' || !/^[^.$\0][^$\0]*$/.test(name)) {
    throw refusal(73, `Invalid collection name: ${typeof name === 'string' ? name : typeName(name)}`);
  }
  return name;
}

/** The collection a command names; throws 26 when there is none. */
export function knownCollection({ storage, db }: Context, command: Doc): Collection {
  const name = collectionName(command);
  const collection = storage.collection(db, name);
  if (!collection) throw refusal(26, `ns not found: ${db}.${name}`);
  return collection;
}

/** A whole number among a command's fields; undefined when absent. Throws 14 or 2. */
export function wholeNumber(command: Doc, name: string): number | undefined {
  const value = command[name];
  if (value === undefined || value === null) return undefined;
  if (!isNumber(value))
    throw refusal(14, `BSON field '${name}' is the wrong type '${typeName(value)}', expected a number`);
  const number = wholeOf(value) ?? -1;
  if (number < 0) throw refusal(2, `BSON field '${name}' must be a whole number from 0 on`);
  return number;
}

/** A document among a command's fields; `{}` when absent. Throws 14. */
export function documentField(command: Doc, name: string): Doc {
  const value = command[name] ?? {};
  if (!isDocument(value))
    throw refusal(14, `BSON field '${name}' is the wrong type '${typeName(value)}', expected type 'object'`);
  return value;
}

/** A cursor id as clients send it. */
export function cursorId(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(wholeOf(value) ?? 0);
}
