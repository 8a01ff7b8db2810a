import type { DeliveryId, PersonId } from '../kernel/ids.ts';
import type {
  Delivery,
  DeliveryKind,
  DeliveryReason,
  DeliveryState,
  MessageReference,
  Recipient,
} from './delivery.ts';

export interface DeliveryPlan {
  readonly kind: DeliveryKind;
  readonly subject: string;
  readonly recipient: Recipient;
  readonly notBefore: Date;
  readonly until?: Date;
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
  readonly message?: MessageReference;
  readonly sentAt?: Date;
  readonly retryAt?: Date;
  /** Moves the message on to a later moment of the product's clock (outside working hours, weekly cap). */
  readonly notBefore?: Date;
  readonly shownRevision?: number;
}

export interface DeliveryStore {
  /** Plans each once, whatever is repeated. */
  plan(plans: readonly DeliveryPlan[]): Promise<void>;
  /** Takes one due delivery (planned, or retry whose time has come) in one atomic update. */
  claim(request: ClaimRequest): Promise<Delivery | undefined>;
  /** Takes one sent delivery whose shown card is behind what it should say. */
  claimUpdate(request: ClaimRequest): Promise<Delivery | undefined>;
  /** Claims whose lease ran out become `unknown`: the process died between sending and recording. */
  expireLeases(realNow: Date): Promise<number>;
  unknown(limit: number): Promise<Delivery[]>;
  /** Records an attempt; only the holder of the lease (or nobody's, for `unknown`) may. */
  record(id: DeliveryId, owner: string | null, attempt: AttemptRecord): Promise<boolean>;
  /** Gives a claimed delivery back untouched, to be taken again no earlier than `notBefore`. */
  release(id: DeliveryId, owner: string, notBefore?: Date): Promise<void>;
  /** The shown card should say something new. */
  wantUpdate(id: DeliveryId): Promise<void>;
  /** Deliveries a person could not get become plannable again (they installed the bot, say). */
  reopenFor(person: PersonId): Promise<number>;
  /** What waited for a channel becomes plannable again. */
  reopenForChannel(): Promise<number>;
  byId(id: DeliveryId): Promise<Delivery | undefined>;
  bySubjects(kind: DeliveryKind, subjects: readonly string[]): Promise<Delivery[]>;
  /** Messages of one kind sent to a person since a moment of the product's clock. */
  countSent(person: PersonId, kind: DeliveryKind, since: Date): Promise<number>;
  /** The next moment of the product's clock at which something planned falls due. */
  nextDue(after: Date): Promise<Date | undefined>;
}
