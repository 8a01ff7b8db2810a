import { type Chat, viewChat } from './chat.ts';
import type { Message } from './conversation.ts';
import type { ChannelRecord } from './world.ts';

/** A channel as everybody sees it, with every person's own view behind `seenBy`. */
export interface Channel extends ChannelRecord, Chat {
  /** The messages that open a thread. */
  readonly posts: readonly Message[];
  /** The thread a message belongs to, from its first message on. */
  threadOf(message: Message): readonly Message[];
  seenBy(person: { readonly mri: string }): Chat;
}

export function makeChannel(record: ChannelRecord): Channel {
  const chat = viewChat(record.conversation);
  return {
    ...record,
    get messages() {
      return chat.messages;
    },
    get posts() {
      return chat.messages.filter((message) => message.rootId === message.id);
    },
    get texts() {
      return chat.texts;
    },
    get cards() {
      return chat.cards;
    },
    lastMessage: () => chat.lastMessage(),
    lastCard: (showing) => chat.lastCard(showing),
    cardOf: (message) => chat.cardOf(message),
    threadOf: (message) => chat.messages.filter((other) => other.rootId === message.rootId),
    seenBy: (person) => viewChat(record.conversation, person.mri),
  };
}
