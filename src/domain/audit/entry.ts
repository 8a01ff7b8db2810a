import { createHash, randomBytes } from 'node:crypto';
import type { EntryId } from '../kernel/ids.ts';
import type { By } from './by.ts';

/** Everything that is written down when it is done. Behind each: what `before` and `after` say of it. */
export const entryKinds = [
  'role-given', // after: role, department
  'role-taken', // before: role, department
  'deputy-named', // after: person, from, until
  'deputy-ended', // before: person, from, until
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What an entry can be about; the id is that of the changed record. */
export const entrySubjects = ['person'] as const;
export type EntrySubject = (typeof entrySubjects)[number];

/**
 * Facts by reference: ids, states, dates, numbers. Never a name, an e-mail, an answer or anything somebody typed;
 * of a text its `textReference`.
 */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * One thing that was done (P1): by whom, what, about what, when. It is kept inside the changed record, written by
 * the update that changes it, until it is moved into the trail. The trail will chain its entries with a keyed hash;
 * `seq` and `hash` are left for that.
 */
export interface Entry {
  readonly id: EntryId;
  readonly by: By;
  readonly what: EntryKind;
  readonly about: { readonly kind: EntrySubject; readonly id: string };
  readonly before?: Facts;
  readonly after?: Facts;
}

export const newEntry = (
  by: By,
  what: EntryKind,
  about: Entry['about'],
  facts: Pick<Entry, 'before' | 'after'> = {},
): Entry => ({ id: randomBytes(12).toString('base64url') as EntryId, by, what, about, ...facts });

/** Tells one text from another without giving either away. */
export const textReference = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16);
