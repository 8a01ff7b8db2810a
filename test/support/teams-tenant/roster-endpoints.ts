import type { Answer } from './conversation-endpoints.ts';
import type { Operation } from './operation.ts';
import { refusal } from './refusal.ts';
import type { PersonRecord, TeamRecord, World } from './world.ts';

const page = { least: 50, usual: 200, most: 500 };

/** The unpaged roster is cut off here. */
const fullRosterLimit = 10_000;

/** Roster, one page of it, or one member, of a team, a channel or a chat. */
export function readRoster(world: World, asked: Operation, query: URLSearchParams): Answer {
  const members = membersOf(world, asked.conversationId ?? '');
  if (members === undefined) return refusal('ConversationNotFound');
  if (members === 'not installed') return refusal('BotNotInConversationRoster');
  if (asked.kind === 'member') {
    const id = asked.memberId ?? '';
    const found = members.find((person) => person.mri === id || person.aadObjectId === id);
    return found ? { status: 200, body: account(found) } : refusal('MemberNotFoundInConversation');
  }
  if (asked.kind === 'roster') {
    return { status: 200, body: members.slice(0, fullRosterLimit).map(account) };
  }
  const wanted = Number(query.get('pageSize') ?? page.usual);
  const size = Math.min(page.most, Math.max(page.least, Number.isFinite(wanted) ? wanted : page.usual));
  const token = query.get('continuationToken');
  const from = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(from)) return refusal('BadArgument', 'Invalid continuation token.');
  const next = from + size;
  const more = next < members.length;
  return {
    status: 200,
    body: {
      members: members.slice(from, next).map(account),
      ...(more && { continuationToken: Buffer.from(String(next)).toString('base64url') }),
    },
  };
}

/** A team's details, or the list of its channels. */
export function readTeam(world: World, asked: Operation): Answer {
  const team = world.teams.get(asked.teamId ?? '');
  if (team === undefined) return refusal('ConversationNotFound');
  if (!team.installed) return refusal('BotNotInConversationRoster');
  return { status: 200, body: asked.kind === 'team' ? details(team) : { conversations: channels(team) } };
}

function membersOf(world: World, id: string): readonly PersonRecord[] | 'not installed' | undefined {
  const place = world.places.get(id);
  if (place === undefined) return undefined;
  if (place.kind === 'channel') {
    const { team } = place.channel;
    return team.installed ? team.members.filter((person) => !person.left) : 'not installed';
  }
  return place.person.installed ? [place.person] : 'not installed';
}

function account(person: PersonRecord) {
  const [surname = '', ...given] = person.name.split(' ').reverse();
  return {
    id: person.mri,
    name: person.name,
    aadObjectId: person.aadObjectId,
    objectId: person.aadObjectId,
    givenName: given.reverse().join(' '),
    surname,
    email: person.email,
    userPrincipalName: person.userPrincipalName,
    tenantId: person.tenantId,
    userRole: 'user',
  };
}

function details(team: TeamRecord) {
  const { id, name, aadGroupId } = team;
  return {
    id,
    name,
    aadGroupId,
    type: 'standard',
    channelCount: team.channels.length,
    memberCount: team.members.length,
  };
}

function channels(team: TeamRecord) {
  return team.channels.map(({ id, name }) => ({ id, name: id === team.id ? null : name, type: 'standard' }));
}
