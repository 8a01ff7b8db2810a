import { createHmac } from 'node:crypto';
import type { PersonId, ResponseId, TrainingCode, VisitKind } from '../kernel/ids.ts';

/** Makes the ids under which answers are kept apart from the ledger. */
export interface ResponseKeys {
  response(person: PersonId, training: TrainingCode, kind: VisitKind, occurrence: number): ResponseId;
  /** The same person's rounds of one training share it: for paired comparison only. */
  pair(person: PersonId, training: TrainingCode): string;
  /** Says that a page of a response was counted, to whoever has the secret; to nobody else whose it is. */
  mark(response: ResponseId, page: string): string;
  /** Tells people apart over rounds; under no other key, so that nothing else is found by it. 48 bits: of 100,000 people hardly two are alike. */
  person(person: PersonId): number;
  /** Tells one secret from another without giving either away. */
  readonly fingerprint: string;
}

/** 66 bits: among a million marks two are alike in one of 10^8 rounds. */
const markLength = 11;

/**
 * P3: a response's id is HMAC-SHA-256 under a secret the database does not hold. This is pseudonymity: whoever
 * has the secret and the database can join answers and people, and people are told so.
 */
export const createResponseKeys = (secret: string): ResponseKeys => {
  const keyed = (...parts: readonly (string | number)[]): string =>
    createHmac('sha256', secret).update(parts.join('\n')).digest('base64url');
  return {
    response: (person, training, kind, occurrence) =>
      keyed('response', person, training, kind, occurrence) as ResponseId,
    pair: (person, training) => keyed('pair', person, training),
    mark: (response, page) => keyed('mark', response, page).slice(0, markLength),
    person: (person) => Buffer.from(keyed('person', person), 'base64url').readUIntBE(0, 6),
    fingerprint: keyed('fingerprint'),
  };
};
