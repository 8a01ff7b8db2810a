import { randomUUID } from 'node:crypto';
import { type Activity, type Fields, isFields } from './activity.ts';
import { channelActivity, personalActivity } from './activity-from.ts';
import type { Channel } from './channel.ts';
import { type Chat, type SeenCard, viewChat } from './chat.ts';
import { type Conversation, type Message, threadId } from './conversation.ts';
import type { BotAnswer } from './post.ts';
import { type Choice, execute, type Pressed, type PressOptions, type PressParts, press } from './press.ts';
import type { PersonRecord, World } from './world.ts';

/** Somebody in the tenant, and what they can do in Teams. */
export interface Person extends PersonRecord {
  /** Their chat with the bot as they see it. */
  readonly chat: Chat;
  /** Adds the app; the bot is told as Teams tells it. */
  installs(): Promise<void>;
  uninstalls(): Promise<void>;
  /** Has the app from the start, and the bot was never told. */
  alreadyInstalled(): Person;
  /** Says something to the bot in their own chat. */
  says(text: string): Promise<BotAnswer>;
  /** Says something in a channel; without a mention the bot hears nothing and the answer is undefined. */
  saysIn(channel: Channel, text: string, how?: SayingIn): Promise<BotAnswer | undefined>;
  /** Presses an action, named by verb, title or id, of a card they see. */
  presses(card: SeenCard | Message, action: Choice, options?: PressOptions): Promise<Pressed>;
  /** Brings a card with `refresh` into view: the client asks for this person's view of it. */
  looksAt(card: SeenCard | Message, trigger?: 'automatic' | 'manual'): Promise<Pressed>;
  /** An activity of this person in their own chat, for raw posts. */
  activity(fields: Fields): Activity;
}

export interface SayingIn {
  mention?: boolean;
  replyTo?: Message | SeenCard;
}

export function makePerson(record: PersonRecord, parts: PressParts): Person {
  const { world, line } = parts;
  const chat = viewChat(record.conversation, record.mri);
  const activity = (fields: Fields) => personalActivity(world, record, fields);
  const seen = (which: SeenCard | Message) =>
    'message' in which ? which : viewChat(which.conversation, record.mri).cardOf(which);

  return Object.assign(record, {
    chat,
    activity,
    async installs() {
      record.installed = true;
      const membersAdded = [{ id: world.bot.id }];
      await line.deliver(activity({ type: 'conversationUpdate', id: `f:${randomUUID()}`, membersAdded }));
      await line.deliver(activity({ type: 'installationUpdate', id: `f:${randomUUID()}`, action: 'add' }));
    },
    async uninstalls() {
      record.installed = false;
      await line.deliver(activity({ type: 'installationUpdate', id: `f:${randomUUID()}`, action: 'remove' }));
    },
    alreadyInstalled() {
      record.installed = true;
      return this as Person;
    },
    async says(text: string) {
      if (!record.installed)
        throw new Error(`${record.name} has not installed the bot and cannot talk to it`);
      const said = activity({ type: 'message', text, textFormat: 'plain' });
      hear(world, record, record.conversation, undefined, said);
      return line.deliver(said);
    },
    async saysIn(channel: Channel, text: string, how: SayingIn = {}) {
      const { mention = false, replyTo } = how;
      const root = replyTo && ('message' in replyTo ? replyTo.message : replyTo);
      const at = `<at>${world.bot.name}</at>`;
      const base = channelActivity(world, record, channel, '', {
        type: 'message',
        text,
        textFormat: 'plain',
      });
      const message = hear(world, record, channel.conversation, root, base);
      if (base.conversation) base.conversation.id = threadId(message);
      if (mention) {
        base.text = `${at} ${text}`;
        base.entities = [{ type: 'mention', text: at, mentioned: { ...world.bot } }, ...entitiesOf(base)];
      }
      if (!mention || !channel.team.installed) return undefined;
      return line.deliver(base);
    },
    presses: async (card: SeenCard | Message, choice: Choice, options: PressOptions = {}) =>
      press(parts, record, seen(card), choice, options),
    looksAt: async (card: SeenCard | Message, trigger: 'automatic' | 'manual' = 'automatic') => {
      const shown = seen(card);
      const refresh = isFields(shown.json.refresh) ? shown.json.refresh : {};
      if (!isFields(refresh.action)) throw new Error('this card has no refresh');
      return execute(parts, record, shown, { action: refresh.action, trigger });
    },
  });
}

function entitiesOf(activity: Activity): unknown[] {
  return Array.isArray(activity.entities) ? activity.entities : [];
}

/** Puts what a person says where the others see it. */
function hear(
  world: World,
  person: PersonRecord,
  conversation: Conversation,
  root: Message | undefined,
  activity: Activity,
): Message {
  const id = activity.id ?? world.nextMessageId();
  const message: Message = {
    id,
    conversation,
    rootId: conversation.kind === 'channel' ? (root?.rootId ?? id) : undefined,
    author: person.mri,
    sentAt: Date.now(),
    activity,
    updates: 0,
    deleted: false,
    views: new Map(),
  };
  conversation.log.push(message);
  return message;
}
