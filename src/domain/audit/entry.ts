import { createHash, randomBytes } from 'node:crypto';
import type { EntryId } from '../kernel/ids.ts';
import type { By } from './by.ts';

/** Everything that is written down when it is done. Behind each: what `before` and `after` say of it. */
export const entryKinds = [
  'role-given', // after: role, department
  'role-taken', // before: role, department
  'deputy-named', // after: person, from, until
  'deputy-ended', // before: person, from, until
  'person-left', // before: roles
  'person-returned', // after: roles
  'address-learnt', // after: address
  'address-lost', // before: address
  'person-merged', // before: roles; after: person
  'account-attached', // after: person
  'account-moved', // before, after: person
  'account-questioned', // after: why
  'account-confirmed', // after: person
  'account-set-apart', // before: person
  'account-settled', // asked no more: it is known whose it is
  'department-address-chosen', // after: channel, address
  'training-added', // after: its dates and closed choices
  'training-changed', // before, after: those that changed; after: changed, by name
  'roster-applied', // after: import, and how many participants are new, changed, unchanged
  'import-undone', // what it made is gone, what it changed has entries of its own
  'enrolment-withdrawn',
  'enrolment-returned',
  'enrolment-moved', // before, after: manager, department
  'round-planned', // after: opensAt, dueDate
  'round-moved', // before, after: opensAt, dueDate
  'round-opened', // after: questionnaire, instructors
  'round-missed', // after, where it never was planned: opensAt, dueDate
  'round-closed',
  'round-cancelled',
  'round-resumed',
  'round-announced', // after: revision of its result
  'visit-excused', // after: excuse
  'visit-reinstated', // before: excuse, or state
  'visit-declined',
  'visit-merged', // before: state; after: countedAs
  'visit-passed-on', // after: person
  'issue-raised', // after: round
  'issue-evidence-added', // after: round
  'issue-advanced', // after: state
  'improvement-assigned', // after: issue, owner, dueDate, measure
  'improvement-moved', // after: state, comment
  'improvement-passed-on', // before, after: owner
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What an entry can be about; the id is that of the changed record, of an account its `textReference`. */
export const entrySubjects = [
  'person',
  'account',
  'department',
  'training',
  'import',
  'enrolment',
  'round',
  'visit',
  'issue',
  'improvement',
] as const;
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
