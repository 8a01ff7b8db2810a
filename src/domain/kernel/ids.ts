import { createHash, randomBytes } from 'node:crypto';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Id<'person'>;
export type AccountKey = Id<'account'>;
export type TrainingCode = Id<'training'>;
export type RoundId = Id<'round'>;
export type VisitId = Id<'visit'>;
export type ResponseId = Id<'response'>;
export type IssueId = Id<'issue'>;
export type ImprovementId = Id<'improvement'>;
export type DeliveryId = Id<'delivery'>;
export type EntryId = Id<'entry'>;

/** The visits of the policy: T1–T2 after a short training, T3–T5 around a long one. */
export const visitKinds = ['T1', 'T2', 'T3', 'T4', 'T5'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** A new internal id for somebody who appears for the first time; says nothing about the person. */
export const newPersonId = (): PersonId => randomBytes(12).toString('base64url') as PersonId;

export const newImprovementId = (): ImprovementId => randomBytes(12).toString('base64url') as ImprovementId;

/** One round is one (training, kind, occurrence); its id is made of them, so planning twice plans once. */
export const roundId = (training: TrainingCode, kind: VisitKind, occurrence: number): RoundId =>
  `${training}/${kind}/${occurrence}` as RoundId;

/** One visit is one (round, person). The id is opaque: it travels in what people press. */
export const visitId = (round: RoundId, person: PersonId): VisitId =>
  createHash('sha256').update(`${round}\n${person}`).digest('base64url').slice(0, 24) as VisitId;

/** An issue is called after its first finding: one weak item of one round. */
export const issueId = (round: RoundId, item: string): IssueId => `${round}|${item}` as IssueId;
