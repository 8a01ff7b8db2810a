import { type Activity, adaptiveCardOf, type Fields } from './activity.ts';

/** One message in a chat or channel as everybody sees it now, with the views single people have of its card. */
export interface Message {
  readonly id: string;
  readonly conversation: Conversation;
  /** In a channel, the id of the post that opens the thread. */
  readonly rootId: string | undefined;
  /** 'bot', or the MRI of the person who wrote it. */
  readonly author: string;
  readonly sentAt: number;
  activity: Activity;
  updates: number;
  deleted: boolean;
  /** Cards an invoke answered with, by MRI: they replace the card for that person alone. */
  readonly views: Map<string, Fields>;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  readonly log: Message[];
}

export function makeConversation(id: string, kind: 'personal' | 'channel'): Conversation {
  return { id, kind, log: [] };
}

/** The conversation id the bot is told: in channels it names the thread. */
export function threadId(message: Message): string {
  return message.rootId === undefined
    ? message.conversation.id
    : `${message.conversation.id};messageid=${message.rootId}`;
}

/** Splits `19:…;messageid=N` into the channel's id and the thread's root. */
export function parseThreadId(id: string): { baseId: string; rootId: string | undefined } {
  const [baseId = '', ...rest] = id.split(';');
  const root = rest.find((part) => part.startsWith('messageid='));
  return { baseId, rootId: root?.slice('messageid='.length) };
}

export function findMessage(conversation: Conversation, id: string): Message | undefined {
  return conversation.log.findLast((message) => message.id === id && !message.deleted);
}

/** The card of a message as this person sees it; without a person, as everybody does. */
export function cardSeenBy(message: Message, mri: string | undefined): Fields | undefined {
  return (mri === undefined ? undefined : message.views.get(mri)) ?? adaptiveCardOf(message.activity);
}
