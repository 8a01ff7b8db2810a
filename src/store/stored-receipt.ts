import type { Receipt } from '../domain/deliveries/receipt.ts';
import { readAddress, type StoredParts, storedParts } from './stored-address.ts';

/** A receipt as a document holds it: `activityId`, the first channel's word, is the channel's name for the message. */
export type StoredReceipt = Readonly<Record<string, string | null>>;

export const storedReceipt = ({ channel, name, parts }: Receipt): StoredReceipt => ({
  ...storedParts(channel, parts),
  activityId: name,
});

export const readReceipt = ({ activityId = null, ...where }: StoredReceipt): Receipt => ({
  // Nothing but the name is ever null.
  ...readAddress(where as StoredParts),
  name: activityId,
});
