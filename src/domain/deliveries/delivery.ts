import type { DeliveryId, PersonId } from '../kernel/ids.ts';
import type { Receipt } from './receipt.ts';
import type { DeliveryKind, Subject } from './subject.ts';

/** Somebody, or the training department as a whole. */
export type Recipient = { readonly person: PersonId } | { readonly group: 'department' };

/** A message about one thing to one recipient: there is one delivery of it, however often it is planned. */
export interface Message<Kind extends DeliveryKind = DeliveryKind> {
  readonly subject: Subject<Kind>;
  readonly recipient: Recipient;
}

/** planned → claimed → sent | retry | unreachable | unknown; `obsolete`: there was nothing left to say. */
export const deliveryStates = [
  'planned',
  'claimed',
  'sent',
  'retry',
  'unreachable',
  'unknown',
  'obsolete',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why something could not be delivered, by what it means on any channel; each has a sentence for staff in `wording`. */
export const deliveryReasons = [
  'no-address', // none is known of this person
  'not-connected', // the recipient has not let us in, or not yet
  'blocked-by-recipient',
  'sender-disabled', // we are switched off there
  'no-group-address', // nobody has chosen where the department reads
  'address-gone',
  'message-gone',
  'too-large',
  'not-permitted',
  'misconfigured',
  'throttled',
  'service-busy',
  'no-answer',
  'refused',
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

/**
 * What is said now and then of people who can be reached quite well (TEAMS.md §1.2): believed only when it was said
 * on several days.
 */
export const passingReasons: readonly DeliveryReason[] = [
  'not-connected',
  'blocked-by-recipient',
  'sender-disabled',
  'not-permitted',
  'address-gone',
];

export interface DeliveryAttempt {
  readonly at: Date;
  readonly outcome: DeliveryState;
  readonly status?: number;
  readonly reason?: DeliveryReason;
}

/** How far a message is: the technical side of a visit, a result, an assignment. */
export interface Delivery<Kind extends DeliveryKind = DeliveryKind> extends Message<Kind> {
  readonly id: DeliveryId;
  readonly state: DeliveryState;
  /** By the product's clock: not before this; of no use after `until`. */
  readonly notBefore: Date;
  readonly until?: Date;
  readonly attempts: readonly DeliveryAttempt[];
  readonly reason?: DeliveryReason;
  /** Local dates of the organisation on which it was refused, since somebody last could be reached. */
  readonly refusedOn?: readonly string[];
  /** By the product's clock. */
  readonly sentAt?: Date;
  readonly receipt?: Receipt;
  /** By real time: who works on it and until when that is believed. */
  readonly lease?: { readonly owner: string; readonly until: Date };
  /** By real time: a retry waits for this. */
  readonly retryAt?: Date;
  /** What is shown should say and does say; unequal: update it in place. */
  readonly wantedRevision: number;
  readonly shownRevision: number;
}
