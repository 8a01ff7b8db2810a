import { describe, expect, it } from 'vitest';
import { deliveryReasons } from '../../src/domain/deliveries/delivery.ts';
import { readReason, storedReason } from '../../src/store/stored-reason.ts';

describe('why something could not be delivered', () => {
  it('stands in the document in the words of the version before, which may work on it too', () => {
    expect(deliveryReasons.map(storedReason)).toEqual([
      'no-account',
      'not-installed',
      'blocked-by-user',
      'bot-disabled',
      'no-channel',
      'conversation-gone',
      'message-gone',
      'too-large',
      'not-permitted',
      'misconfigured',
      'throttled',
      'service-busy',
      'no-answer',
      'refused',
    ]);
  });

  it('is read back as what it means', () => {
    for (const reason of deliveryReasons) expect(readReason(storedReason(reason))).toBe(reason);
  });

  it('is at least known as a refusal where a later version wrote it', () => {
    expect(readReason('mailbox-full')).toBe('refused');
  });
});
