import type { Address, Channel, Parts } from '../domain/kernel/address.ts';

/** Documents that name no channel are of this one: there was no other when the first of them were written. */
export const firstChannel: Channel = 'teams';

/** A channel's parts as a document holds them: under the names the channel gives them, with the channel's beside. */
export type StoredParts = Parts & { readonly channel?: Channel };

export const storedParts = (channel: Channel, parts: Parts): StoredParts => {
  const texts = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, String(value)]));
  return channel === firstChannel ? texts : { ...texts, channel };
};

export const storedAddress = ({ channel, parts }: Address): StoredParts => storedParts(channel, parts);

export const readAddress = ({ channel = firstChannel, ...parts }: StoredParts): Address => ({
  channel,
  parts,
});
