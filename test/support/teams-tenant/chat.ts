import { type Card, readCard } from './card.ts';
import { type Conversation, cardSeenBy, findMessage, type Message } from './conversation.ts';

/** A card as somebody sees it at this moment; it stays as it was when the message changes later. */
export interface SeenCard extends Card {
  readonly message: Message;
}

/** A chat or a channel as one person sees it, or as everybody does. Deleted messages are not in it. */
export interface Chat {
  readonly id: string;
  readonly messages: readonly Message[];
  /** The texts of all messages. */
  readonly texts: readonly string[];
  readonly cards: readonly SeenCard[];
  /** The newest message; throws when there is none. */
  lastMessage(): Message;
  /** The newest card, or the newest that shows this text; throws when there is none. */
  lastCard(showing?: string | RegExp): SeenCard;
  /** The card of one message as it is seen now; throws when it is gone. */
  cardOf(message: Message | SeenCard): SeenCard;
}

export function viewChat(conversation: Conversation, viewerMri?: string): Chat {
  const seen = (message: Message): SeenCard[] => {
    const json = cardSeenBy(message, viewerMri);
    return json === undefined ? [] : [{ ...readCard(json), message }];
  };
  return {
    id: conversation.id,
    get messages() {
      return conversation.log.filter((message) => !message.deleted);
    },
    get texts() {
      return this.messages.flatMap((message) => message.activity.text ?? []);
    },
    get cards() {
      return this.messages.flatMap(seen);
    },
    lastMessage() {
      return this.messages.at(-1) ?? fail('there is no message here');
    },
    lastCard(showing) {
      const found = this.cards.findLast((card) => shows(card, showing));
      if (found !== undefined) return found;
      const others = this.cards.map((card) => card.texts[0]).join(' | ');
      const wanted = showing === undefined ? 'card' : `card showing ${showing}`;
      return fail(`there is no ${wanted} here; cards: ${others || 'none'}; texts: ${this.texts.join(' | ')}`);
    },
    cardOf(which) {
      const { id } = 'message' in which ? which.message : which;
      const message = findMessage(conversation, id);
      return (message && seen(message)[0]) ?? fail('that card is not here any more');
    },
  };
}

function shows(card: Card, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? card.text.includes(wanted) : wanted.test(card.text);
}

function fail(why: string): never {
  throw new Error(why);
}
