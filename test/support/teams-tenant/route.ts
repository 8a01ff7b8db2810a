import { type Fields, isFields } from './activity.ts';
import { parseThreadId } from './conversation.ts';
import type { Operation } from './operation.ts';
import type { World } from './world.ts';

/** Reads what a request to the connector asks for from its method, its path below the service URL and its body. */
export function readOperation(world: World, method: string, path: string, body: unknown): Operation {
  const parts = path.split('/').filter((part) => part !== '');
  const [version, area, id, section, last] = parts.map(decodeURIComponent);
  if (version !== 'v3' || parts.length > 5) return operation('unknown');
  if (area === 'teams' && method === 'GET' && id !== undefined) {
    if (section === undefined) return operation('team', { teamId: id });
    if (section === 'conversations') return operation('channels', { teamId: id });
  }
  if (area !== 'conversations') return operation('unknown');
  if (id === undefined) return method === 'POST' ? creation(world, body) : operation('unknown');

  const { baseId, rootId } = parseThreadId(id);
  const place = world.places.get(baseId);
  const where = {
    conversationId: baseId,
    rootId,
    personMri: place?.kind === 'personal' ? place.person.mri : undefined,
  };
  switch (`${method} ${section}`) {
    case 'POST activities':
      return operation('send', { ...where, activityId: last });
    case 'PUT activities':
      return operation('update', { ...where, activityId: last });
    case 'DELETE activities':
      return operation('delete', { ...where, activityId: last });
    case 'GET members':
      return operation(last === undefined ? 'roster' : 'member', { ...where, memberId: last });
    case 'GET pagedmembers':
      return operation('roster page', where);
    default:
      return operation('unknown', where);
  }
}

/** The channel a request to open a conversation names in its channel data. */
export function channelNamed(body: Fields): string | undefined {
  const channelData = isFields(body.channelData) ? body.channelData : {};
  const channel = isFields(channelData.channel) ? channelData.channel : {};
  return typeof channel.id === 'string' ? channel.id : undefined;
}

/** The one member a request to open a chat names. */
export function memberNamed(body: Fields): string | undefined {
  const [member] = Array.isArray(body.members) ? body.members : [];
  return isFields(member) && typeof member.id === 'string' ? member.id : undefined;
}

function creation(world: World, body: unknown): Operation {
  if (!isFields(body)) return operation('create');
  const memberId = memberNamed(body);
  const person = memberId === undefined ? undefined : world.findPerson(memberId);
  const conversationId = channelNamed(body) ?? person?.conversation.id;
  return operation('create', { memberId, conversationId, personMri: person?.mri });
}

function operation(kind: Operation['kind'], known: Partial<Operation> = {}): Operation {
  const nothing = { conversationId: undefined, rootId: undefined, activityId: undefined };
  return { kind, ...nothing, memberId: undefined, teamId: undefined, personMri: undefined, ...known };
}
