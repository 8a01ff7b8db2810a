import { type DeliveryReason, deliveryReasons } from '../domain/deliveries/delivery.ts';

/** What stands in documents where it is another word: the one from before there were several channels. */
const words: Readonly<Partial<Record<DeliveryReason, string>>> = {
  'no-address': 'no-account',
  'not-connected': 'not-installed',
  'blocked-by-recipient': 'blocked-by-user',
  'sender-disabled': 'bot-disabled',
  'no-group-address': 'no-channel',
  'address-gone': 'conversation-gone',
};

export const storedReason = (reason: DeliveryReason): string => words[reason] ?? reason;

const meanings = new Map(deliveryReasons.map((reason) => [storedReason(reason), reason]));

/** A word that only a later version knows says that much: it was refused. */
export const readReason = (stored: string): DeliveryReason => meanings.get(stored) ?? 'refused';
