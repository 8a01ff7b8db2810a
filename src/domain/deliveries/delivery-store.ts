import type { DeliveryId, PersonId } from '../kernel/ids.ts';
import type { Delivery, DeliveryReason, DeliveryState, Message } from './delivery.ts';
import type { Receipt } from './receipt.ts';
import type { SendingProgress } from './sending-progress.ts';
import type { DeliveryKind, Subject } from './subject.ts';

export interface DeliveryPlan extends Message {
  readonly notBefore: Date;
  readonly until?: Date;
  /** What it belongs to (a round, a training): of several lanes each gets its turn, however long the others are. */
  readonly lane?: string;
}

export interface ClaimRequest {
  readonly owner: string;
  /** By the product's clock. */
  readonly now: Date;
  /** By real time. */
  readonly realNow: Date;
  readonly leaseMs: number;
}

/** What is recorded after an attempt. */
export interface AttemptRecord {
  readonly state: Exclude<DeliveryState, 'planned' | 'claimed'>;
  readonly at: Date;
  readonly reason?: DeliveryReason;
  readonly status?: number;
  readonly receipt?: Receipt;
  readonly sentAt?: Date;
  readonly retryAt?: Date;
  /** Moves the message on to a later moment of the product's clock (outside working hours, weekly cap). */
  readonly notBefore?: Date;
  readonly shownRevision?: number;
  /** The local date of a refusal. */
  readonly refusedOn?: string;
}

/** What came of one delivery of this process. */
export interface RecordedAttempt {
  readonly id: DeliveryId;
  readonly owner: string;
  readonly attempt: AttemptRecord;
}

/** By the product's clock. */
export interface RefusedLongAgo {
  readonly now: Date;
  /** What was due before this is left alone. */
  readonly since: Date;
  /** Local dates. */
  readonly notRefusedOn: readonly string[];
  readonly notBefore: Date;
  readonly most: number;
}

export interface DeliveryStore {
  /** Plans each once, whatever is repeated. */
  plan(plans: readonly DeliveryPlan[]): Promise<void>;
  /**
   * Takes up to `most` due deliveries at once: retries whose time has come first, then from each lane in turn. Of
   * one recipient only one process holds anything at a time. An empty answer: nothing is due, or others have it.
   */
  claimSome(request: ClaimRequest, most: number): Promise<Delivery[]>;
  /** Takes one sent delivery whose message is behind what it should say. */
  claimUpdate(request: ClaimRequest): Promise<Delivery | undefined>;
  /** Claims whose lease ran out become `unknown`: the process died between sending and recording. */
  expireLeases(realNow: Date): Promise<number>;
  unknown(limit: number): Promise<Delivery[]>;
  /** Records an attempt; only the holder of the lease (or nobody's, for `unknown`) may. */
  record(id: DeliveryId, owner: string | null, attempt: AttemptRecord): Promise<boolean>;
  /** `record` for many of this process at once. */
  recordAll(attempts: readonly RecordedAttempt[]): Promise<void>;
  /** What was never sent of these things is not to be sent, and goes; what is being sent at this moment stays. */
  withhold(subjects: readonly Subject[]): Promise<void>;
  /** Gives a claimed delivery back untouched, to be taken again no earlier than `notBefore`. */
  release(id: DeliveryId, owner: string, notBefore?: Date): Promise<void>;
  /** What is shown should say something new. */
  wantUpdate(message: Message): Promise<void>;
  /** `wantUpdate`, unless the same was asked for last: `saying` is what it should say, in short. False: it was. */
  wantSaying(id: DeliveryId, saying: string): Promise<boolean>;
  /** What is shown of this kind and was not yet asked to say this. */
  shownNotSaying<Kind extends DeliveryKind>(kind: Kind, saying: string): Promise<Delivery<Kind>[]>;
  /** How far the deliveries of a lane are. */
  progressOf(lane: string): Promise<SendingProgress>;
  /**
   * Deliveries a person could not get become plannable again (they let us in, say); what waits for another
   * day because of a refusal is due from `now` on, by the product's clock.
   */
  reopenFor(person: PersonId, now?: Date): Promise<number>;
  /** Of each of these people, in order: whether there is anything they could not get. */
  anyRefusedTo(people: readonly PersonId[]): Promise<readonly boolean[]>;
  /** What there was nothing left to say of becomes plannable again, due from `now` on, of use until then. What was sent stays so. */
  reopen(messages: readonly Message[], now: Date, until?: Date): Promise<void>;
  /**
   * Takes up what people were given up for and would still be of use, unless it was refused lately; it counts as refused
   * until it is tried. How many.
   */
  tryRefusedAgain(which: RefusedLongAgo): Promise<number>;
  /**
   * What was meant for somebody, or reached them, is the other's: sent, it counts as theirs; not sent, it goes to them.
   * What they have themselves is dropped. What is being sent at this moment stays.
   */
  redirect(from: PersonId, to: PersonId): Promise<void>;
  /** What people could not get so far and would still be of use; the news of that itself is left out. */
  refused(now: Date): Promise<Delivery[]>;
  /** Whether anything was refused on this local date, the news of that itself left out. */
  anyRefusedOn(date: string): Promise<boolean>;
  /** What waited for the department's address is due from `now` on, by the product's clock. */
  reopenForGroup(now: Date): Promise<number>;
  /** Since when a message of these kinds waits for there to be an address of the department. */
  waitingForGroup(kinds: readonly DeliveryKind[]): Promise<Date | undefined>;
  of(message: Message): Promise<Delivery | undefined>;
  /** All deliveries about these things, whoever gets them. */
  about<Kind extends DeliveryKind>(subjects: readonly Subject<Kind>[]): Promise<Delivery<Kind>[]>;
  /** When messages of one kind were sent to these people since a moment of the product's clock, person by person. */
  sentTo(people: readonly PersonId[], kind: DeliveryKind, since: Date): Promise<(readonly Date[])[]>;
  /** How many deliveries are due and not sent, and since when the oldest of them is. */
  waiting(now: Date): Promise<{ readonly due: number; readonly since?: Date }>;
  /** The next moment of the product's clock at which something planned falls due. */
  nextDue(after: Date): Promise<Date | undefined>;
}
