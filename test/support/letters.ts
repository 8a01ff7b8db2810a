import type { Delivery } from '../../src/domain/deliveries/delivery.ts';
import type { Carrier, DeliveryOutcome } from '../../src/domain/deliveries/messenger.ts';
import type { DeliveryKind } from '../../src/domain/deliveries/subject.ts';
import type { Stores } from '../../src/domain/stores.ts';

export interface Letter {
  readonly to: string;
  readonly about: DeliveryKind;
}

export interface Letters {
  readonly posted: readonly Letter[];
  /** The post office takes nothing for a while. */
  isClosed: boolean;
  readonly carrier: (stores: Stores) => Carrier;
}

/**
 * A second channel, as unlike Teams as e-mail is: it writes to whatever stands in a person's e-mail of these domains,
 * says what it has to say once, and can replace nothing.
 */
export const createLetters = (...domains: readonly string[]): Letters => {
  const posted: Letter[] = [];
  const post = (to: string | undefined, { subject }: Delivery): DeliveryOutcome => {
    if (to === undefined) return { kind: 'unreachable', reason: 'no-address' };
    if (letters.isClosed) return { kind: 'retry', reason: 'service-busy' };
    posted.push({ to, about: subject.kind });
    return {
      kind: 'sent',
      receipt: { channel: 'email', name: null, parts: { number: String(posted.length) } },
    };
  };
  const letters = {
    posted,
    isClosed: false,
    carrier: (stores: Stores): Carrier => ({
      channel: 'email',
      deliver: async (delivery) => {
        const { subject, recipient } = delivery;
        if ('visit' in subject && (await stores.visits.byId(subject.visit)) === undefined)
          return { kind: 'obsolete' };
        if ('group' in recipient) {
          const chosen = (await stores.departmentAddress.current())?.address;
          return chosen?.channel === 'email'
            ? post(chosen.parts.to, delivery)
            : { kind: 'unreachable', reason: 'no-group-address' };
        }
        const person = await stores.people.byId(recipient.person);
        const reaches = domains.some((domain) => person?.email.endsWith(`@${domain}`) === true);
        return post(reaches ? person?.email : undefined, delivery);
      },
      update: async () => ({ kind: 'unreachable', reason: 'message-gone' }),
    }),
  };
  return letters;
};
