import { randomUUID } from 'node:crypto';
import type { Account, Activity, Fields } from './activity.ts';
import type { ChannelRecord, PersonRecord, Platform, TeamRecord, World } from './world.ts';

export function accountOf(person: PersonRecord): Account {
  return { id: person.mri, name: person.name, aadObjectId: person.aadObjectId };
}

/** An activity of this person in their own chat with the bot, as Teams words it; `fields` completes it. */
export function personalActivity(world: World, person: PersonRecord, fields: Fields): Activity {
  return {
    ...envelope(world, person),
    conversation: {
      conversationType: 'personal',
      tenantId: person.tenantId,
      id: person.conversation.id,
    },
    channelData: { tenant: { id: person.tenantId } },
    ...typed(fields),
  };
}

/** An activity of this person in a channel; `thread` is the conversation id with the thread in it. */
export function channelActivity(
  world: World,
  person: PersonRecord,
  channel: ChannelRecord,
  thread: string,
  fields: Fields,
): Activity {
  return {
    ...envelope(world, person),
    conversation: { isGroup: true, conversationType: 'channel', tenantId: world.tenantId, id: thread },
    channelData: {
      teamsChannelId: channel.id,
      teamsTeamId: channel.team.id,
      channel: { id: channel.id },
      team: { id: channel.team.id },
      tenant: { id: world.tenantId },
    },
    ...typed(fields),
  };
}

/** An event about a team, told in its General channel. */
export function teamActivity(
  world: World,
  by: PersonRecord,
  team: TeamRecord,
  eventType: string | undefined,
  fields: Fields,
): Activity {
  const { id, name, aadGroupId } = team;
  return {
    ...envelope(world, by),
    conversation: { isGroup: true, conversationType: 'channel', tenantId: world.tenantId, id },
    channelData: {
      ...(eventType === undefined ? {} : { eventType }),
      settings: { selectedChannel: { id } },
      team: { id, name, aadGroupId },
      tenant: { id: world.tenantId },
    },
    ...typed(fields),
  };
}

export const platforms: Record<Platform, { mobile: boolean }> = {
  Windows: { mobile: false },
  Mac: { mobile: false },
  Web: { mobile: false },
  iOS: { mobile: true },
  Android: { mobile: true },
};

function envelope(world: World, person: PersonRecord) {
  const { locale, platform, timezone } = person;
  const clientInfo = {
    type: 'clientInfo',
    locale,
    country: locale.split('-').at(-1) ?? '',
    platform,
    timezone,
  };
  return {
    id: world.nextMessageId(),
    channelId: 'msteams',
    serviceUrl: world.serviceUrl,
    timestamp: new Date().toISOString(),
    localTimezone: timezone,
    locale,
    from: accountOf(person),
    recipient: { ...world.bot },
    entities: [clientInfo] as Fields[],
  };
}

function typed(fields: Fields): Fields & { type: string } {
  const type = typeof fields.type === 'string' ? fields.type : 'message';
  return type === 'invoke' ? { id: `f:${randomUUID()}`, ...fields, type } : { ...fields, type };
}
