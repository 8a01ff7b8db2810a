import type { Receipt } from '../../domain/deliveries/receipt.ts';
import type { Address } from '../../domain/kernel/address.ts';

/** A conversation and where it is spoken into: somebody's own chat with the bot, say. */
export interface Conversation {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

/** A channel of a team. */
export interface TeamChannel {
  readonly tenantId: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly serviceUrl: string;
}

export const chatAddress = ({ conversationId, serviceUrl }: Conversation): Address => ({
  channel: 'teams',
  parts: { conversationId, serviceUrl },
});

/** Undefined where the address, or the receipt, is of another channel, or none. */
export const chatAt = (address: Address | Receipt | undefined): Conversation | undefined => {
  const { conversationId, serviceUrl } = address?.parts ?? {};
  if (address?.channel !== 'teams' || conversationId === undefined || serviceUrl === undefined)
    return undefined;
  return { conversationId, serviceUrl };
};

export const teamChannelAddress = ({ tenantId, teamId, channelId, serviceUrl }: TeamChannel): Address => ({
  channel: 'teams',
  parts: { tenantId, teamId, channelId, serviceUrl },
});

/** Undefined where the address is of another channel, or none. */
export const teamChannelAt = (address: Address | undefined): TeamChannel | undefined => {
  const { tenantId, teamId, channelId, serviceUrl } = address?.parts ?? {};
  if (address?.channel !== 'teams' || tenantId === undefined || teamId === undefined) return undefined;
  if (channelId === undefined || serviceUrl === undefined) return undefined;
  return { tenantId, teamId, channelId, serviceUrl };
};

/** Where a message of the bot stands; Teams may take one without naming it (TEAMS.md §1.2). */
export const receiptFor = (activityId: string | undefined, where: Conversation): Receipt => ({
  ...chatAddress(where),
  name: activityId ?? null,
});
