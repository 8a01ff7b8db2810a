import { noteFound, noteLost } from '../../domain/deliveries/lost-channel.ts';
import type { Desk } from '../bot/desk.ts';
import { teamChannelAt } from '../bot/teams-address.ts';
import type { Turn } from '../bot/turn.ts';

const lostBy: Readonly<Record<string, 'address-gone' | 'not-permitted'>> = {
  channelDeleted: 'address-gone',
  teamDeleted: 'address-gone',
  teamHardDeleted: 'address-gone',
  teamArchived: 'not-permitted',
};
const foundBy = ['channelRestored', 'teamRestored', 'teamUnarchived'];

/** What an event says of the channel that results are posted in: deleted, archived, the bot out of its team, or back. */
export const noteChannelNews = async (desk: Desk, { activity, place }: Turn): Promise<void> => {
  if (place.kind !== 'channel') return;
  const event = String(activity.channelData?.eventType ?? '');
  const isBot = ({ id }: { readonly id: string }): boolean => id === activity.recipient.id;
  const action = activity.type === 'installationUpdate' ? (activity.action ?? '') : '';
  const isOut = activity.membersRemoved?.some(isBot) === true || action.startsWith('remove');
  const isIn = activity.membersAdded?.some(isBot) === true || action.startsWith('add');
  const reason = isOut ? 'not-connected' : lostBy[event];
  const isBack = isIn || foundBy.includes(event);
  if (reason === undefined && !isBack) return;
  const chosen = teamChannelAt((await desk.stores.departmentAddress.current())?.address);
  if (chosen === undefined || chosen.teamId !== place.teamId) return;
  if (event.startsWith('channel') && chosen.channelId !== place.channelId) return;
  const deps = { ...desk.stores, clock: desk.clock };
  await (reason === undefined ? noteFound(deps) : noteLost(deps, reason));
};
