import { describe, expect, it } from 'vitest';
import type { PersonId, TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';

const person = 'p-mei' as PersonId;
const training = 'SALES-26' as TrainingCode;
const keys = createResponseKeys('a secret of at least thirty-two characters');

describe('the id of a response (P3)', () => {
  it('is HMAC-SHA-256 under the secret: open rounds of an earlier version are found again', () => {
    // openssl dgst -sha256 -hmac "$secret" of the five parts, a line each.
    expect(keys.response(person, training, 'T1', 1)).toBe('7mAvPWaUF0L_DigvfnUcMEh0Qc-muffGBvzkG9RJ-kI');
  });

  it('gives away nothing of who, what and when', () => {
    for (const id of [
      keys.response(person, training, 'T1', 1),
      keys.pair(person, training),
      keys.fingerprint,
    ])
      expect(id).toMatch(/^[\w-]{43}$/);
  });

  it('cannot be worked out with another secret, nor compared by its fingerprint', () => {
    const others = createResponseKeys('another secret of at least thirty-two characters');
    expect(others.response(person, training, 'T1', 1)).not.toBe(keys.response(person, training, 'T1', 1));
    expect(others.pair(person, training)).not.toBe(keys.pair(person, training));
    expect(others.fingerprint).not.toBe(keys.fingerprint);
  });

  it('has nothing to do with what tells people apart over rounds: 48 bits, the same in all of them, others with another secret', () => {
    const others = createResponseKeys('another secret of at least thirty-two characters');
    expect(keys.person(person)).toBe(keys.person(person));
    expect(new Set([keys.person(person), others.person(person), keys.person('p-tom' as PersonId)]).size).toBe(
      3,
    );
    expect(keys.person(person)).toBeLessThan(2 ** 48);
  });

  it('is another for another person, training, kind and occurrence', () => {
    const ids = [
      keys.response(person, training, 'T1', 1),
      keys.response('p-tom' as PersonId, training, 'T1', 1),
      keys.response(person, 'SALES-27' as TrainingCode, 'T1', 1),
      keys.response(person, training, 'T2', 1),
      keys.response(person, training, 'T1', 2),
      keys.pair(person, training),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
