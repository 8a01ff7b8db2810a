import { randomUUID } from 'node:crypto';
import { type Activity, type Fields, isFields } from './activity.ts';
import { refusalToCreate, refusalToWrite } from './admission.ts';
import { findMessage, type Message, threadId } from './conversation.ts';
import type { Operation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';
import { channelNamed, memberNamed } from './route.ts';
import type { Place, World } from './world.ts';

export type Answer = Refusal;

/** Called for every message of the bot that appears or changes. */
export type OnMessage = (message: Message) => void;

/** Opens a personal chat, or starts a thread in a channel with its first post. */
export function createConversation(world: World, body: unknown, onMessage: OnMessage): Answer {
  if (!isFields(body)) return refusal('BadArgument');
  const activity = isFields(body.activity) ? asActivity(body.activity) : undefined;
  const channelId = channelNamed(body);
  if (channelId !== undefined) {
    const place = world.places.get(channelId);
    if (place?.kind !== 'channel') return refusal('ConversationNotFound');
    if (activity === undefined) return refusal('BadArgument', 'A new thread needs its first activity.');
    const refused = refusalToWrite(world, place);
    if (refused !== undefined) return refused;
    const message = append(world, place, activity, undefined, onMessage);
    return { status: 201, body: { id: threadId(message), activityId: message.id } };
  }
  const memberId = memberNamed(body);
  if (memberId === undefined || body.isGroup === true) return refusal('BadArgument');
  const tenantId = body.tenantId ?? tenantIn(body.channelData);
  if (tenantId !== world.tenantId) return refusal('BadArgument', 'The tenant id is missing or another one.');
  const refused = refusalToCreate(world, memberId);
  const place = world.places.get(world.findPerson(memberId)?.conversation.id ?? '');
  if (refused !== undefined || place === undefined) return refused ?? refusal('ConversationNotFound');
  const first = activity && append(world, place, activity, undefined, onMessage);
  return { status: 201, body: { id: place.conversation.id, ...(first && { activityId: first.id }) } };
}

/** Puts a message of the bot into a chat, a thread, or a channel as a new thread. */
export function sendActivity(world: World, asked: Operation, body: unknown, onMessage: OnMessage): Answer {
  const place = world.places.get(asked.conversationId ?? '');
  if (place === undefined) return refusal('ConversationNotFound');
  if (!isFields(body) || typeof body.type !== 'string') return refusal('BadArgument');
  const refused = refusalToWrite(world, place);
  if (refused !== undefined) return refused;
  if (asked.rootId !== undefined && !place.conversation.log.some((message) => message.id === asked.rootId)) {
    return refusal('ConversationNotFound');
  }
  const activity = asActivity(body);
  if (activity.type === 'typing') return { status: 201, body: { id: randomUUID() } };
  if (activity.type !== 'message') return refusal('BadArgument', `Unsupported activity: ${activity.type}.`);
  const message = append(world, place, activity, asked.rootId, onMessage);
  return { status: 201, body: { id: message.id } };
}

/** Replaces one of the bot's own messages in place: everybody sees the new one, whatever they saw before. */
export function updateActivity(world: World, asked: Operation, body: unknown, onMessage: OnMessage): Answer {
  const found = ownMessage(world, asked);
  if ('status' in found) return found;
  if (!isFields(body)) return refusal('BadArgument');
  found.activity = asActivity(body);
  found.updates += 1;
  found.views.clear();
  onMessage(found);
  return { status: 200, body: { id: found.id } };
}

/** Takes one of the bot's own messages away. */
export function deleteActivity(world: World, asked: Operation): Answer {
  const found = ownMessage(world, asked);
  if ('status' in found) return found;
  found.deleted = true;
  return { status: 200, body: undefined };
}

function ownMessage(world: World, asked: Operation): Message | Refusal {
  const place = world.places.get(asked.conversationId ?? '');
  if (place === undefined) return refusal('ConversationNotFound');
  const refused = refusalToWrite(world, place);
  if (refused !== undefined) return refused;
  const message = findMessage(place.conversation, asked.activityId ?? '');
  if (message === undefined) return refusal('ActivityNotFoundInConversation');
  return message.author === 'bot' ? message : refusal('NotEnoughPermissions');
}

function append(
  world: World,
  place: Place,
  activity: Activity,
  rootId: string | undefined,
  onMessage: OnMessage,
): Message {
  const id = world.nextMessageId();
  const message: Message = {
    id,
    conversation: place.conversation,
    rootId: place.kind === 'channel' ? (rootId ?? id) : undefined,
    author: 'bot',
    sentAt: Date.now(),
    activity,
    updates: 0,
    deleted: false,
    views: new Map(),
  };
  place.conversation.log.push(message);
  onMessage(message);
  return message;
}

function asActivity(fields: Fields): Activity {
  return { ...fields, type: typeof fields.type === 'string' ? fields.type : 'message' };
}

function tenantIn(channelData: unknown): unknown {
  return isFields(channelData) && isFields(channelData.tenant) ? channelData.tenant.id : undefined;
}
