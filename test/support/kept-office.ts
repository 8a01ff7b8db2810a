import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StoredShapes } from './stored-shapes.ts';
import type { Activity, Fields } from './teams-tenant/activity.ts';
import type { Channel } from './teams-tenant/channel.ts';
import type { Conversation } from './teams-tenant/conversation.ts';
import type { NewPerson } from './teams-tenant/new-person.ts';
import type { Person } from './teams-tenant/person.ts';
import type { TeamsTenant } from './teams-tenant/tenant.ts';

/** A message as it stood in a chat, with the views single people had of its card. */
interface KeptMessage {
  readonly id: string;
  readonly rootId?: string;
  readonly author: string;
  readonly sentAt: number;
  readonly activity: Activity;
  readonly views: readonly (readonly [mri: string, card: Fields])[];
}

interface KeptPerson extends NewPerson {
  readonly installed: boolean;
  readonly blocksBot: boolean;
  readonly messages: readonly KeptMessage[];
}

/** What somebody was told when they asked: the card's visible text, line by line. */
export interface KeptAnswer {
  readonly by: string;
  readonly said: string;
  readonly locale: string;
  readonly card: readonly string[];
}

/** An office of an earlier commit, put away: who was there, what stood in their chats, and what the product told them. */
export interface KeptOffice {
  /** The commit whose product made it. */
  readonly commit: string;
  readonly dbName: string;
  readonly appId: string;
  readonly tenantId: string;
  /** Where the product's clock stood. */
  readonly at: string;
  /** By a short name the tests use. */
  readonly people: Readonly<Record<string, KeptPerson>>;
  readonly team: { readonly id: string; readonly name: string; readonly members: readonly string[] };
  readonly channel: {
    readonly id: string;
    readonly name: string;
    readonly messages: readonly KeptMessage[];
  };
}

export const keptFolder = (commit: string): string =>
  resolve(import.meta.dirname, `../fixtures/database-${commit}`);

const readKept = <Kept>(commit: string, file: string): Kept =>
  JSON.parse(readFileSync(join(keptFolder(commit), file), 'utf8')) as Kept;

export const readKeptOffice = (commit: string): KeptOffice => readKept(commit, 'office.json');

/** What that product could store. */
export const readKeptShapes = (commit: string): StoredShapes => readKept(commit, 'shapes.json');

/** What that product told of its figures at that moment. */
export const readKeptFigures = (commit: string): readonly KeptAnswer[] => readKept(commit, 'figures.json');

export const keepPerson = (person: Person): KeptPerson => {
  const { name, email, userPrincipalName, locale, platform, timezone, aadObjectId } = person;
  const { installed, blocksBot } = person;
  const about = { name, email, userPrincipalName, locale, platform, timezone, aadObjectId };
  return { ...about, installed, blocksBot, messages: keepMessages(person.conversation) };
};

export const keepMessages = ({ log }: Conversation): KeptMessage[] =>
  log
    .filter(({ deleted }) => !deleted)
    .map(({ id, rootId, author, sentAt, activity, views }) => ({
      id,
      ...(rootId === undefined ? {} : { rootId }),
      author,
      sentAt,
      activity,
      views: [...views],
    }));

/** The same people with the same chats in a tenant of the same ids; the bot is not told anything. */
export const restorePeople = (
  tenant: TeamsTenant,
  kept: KeptOffice,
): { readonly people: ReadonlyMap<string, Person>; readonly channel: Channel } => {
  const people = new Map(
    Object.entries(kept.people).map(([short, { installed, blocksBot, messages, ...about }]) => {
      const person = tenant.person(about);
      person.installed = installed;
      person.blocksBot = blocksBot;
      restoreMessages(person.conversation, messages);
      return [short, person];
    }),
  );
  const members = kept.team.members.flatMap((short) => people.get(short) ?? []);
  const team = tenant.team({ id: kept.team.id, name: kept.team.name, members }).alreadyInstalled();
  const channel = team.channel(kept.channel.name, kept.channel.id);
  restoreMessages(channel.conversation, kept.channel.messages);
  return { people, channel };
};

const restoreMessages = (conversation: Conversation, messages: readonly KeptMessage[]): void => {
  for (const { views, rootId, ...message } of messages) {
    const more = { conversation, rootId, updates: 0, deleted: false, views: new Map(views) };
    conversation.log.push({ ...message, ...more });
  }
};
