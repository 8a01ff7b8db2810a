import type { Carrier, DeliveryOutcome, Messenger } from './messenger.ts';

const nobody = { kind: 'unreachable', reason: 'no-address' } as const;

/**
 * One messenger of several channels. A message goes by the first that knows an address of its recipient and by no
 * other, so nobody gets it twice; what is shown is replaced by the channel that showed it.
 */
export const routeMessages = (carriers: readonly Carrier[]): Messenger => ({
  deliver: async (delivery, account) => {
    let outcome: DeliveryOutcome | undefined;
    for (const carrier of carriers) {
      const said = await carrier.deliver(delivery, account);
      if (!knowsNoAddress(said)) return said;
      // Staff are told what the first channel misses: it is the one people are meant to have.
      outcome ??= said;
    }
    return outcome ?? nobody;
  },
  update: async (delivery) => {
    const shownBy = carriers.find(({ channel }) => channel === delivery.receipt?.channel);
    return shownBy === undefined ? { kind: 'unreachable', reason: 'message-gone' } : shownBy.update(delivery);
  },
});

const knowsNoAddress = (outcome: DeliveryOutcome): boolean =>
  outcome.kind === 'unreachable' &&
  (outcome.reason === 'no-address' || outcome.reason === 'no-group-address');
