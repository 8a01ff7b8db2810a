import type { Place } from '../bot/place.ts';
import { type InboundActivity, tenantOf } from './activity-shape.ts';

/**
 * Where an activity comes from; a thread's conversation id keeps its root message. Only what is exactly a personal chat counts as
 * private: of whatever is not clear it is believed that others read along.
 */
export const placeOf = (activity: InboundActivity): Place => {
  const { conversation, channelData, serviceUrl } = activity;
  const at = { conversationId: conversation.id, serviceUrl };
  const channel = channelData?.channel;
  if (conversation.conversationType === 'channel' || channel) {
    const channelId = channel?.id ?? withoutThread(conversation.id);
    return {
      ...at,
      kind: 'channel',
      tenantId: tenantOf(activity) ?? '',
      // The General channel carries its team's id.
      teamId: channelData?.team?.id ?? channelId,
      channelId,
      channelName: channel?.name ?? '',
    };
  }
  const isPrivate =
    conversation.conversationType === 'personal' && conversation.isGroup !== true && !channelData?.team;
  return { ...at, kind: isPrivate ? 'personal' : 'group' };
};

const withoutThread = (conversationId: string): string => conversationId.split(';')[0] ?? conversationId;
