import { type Conversation, makeConversation } from './conversation.ts';

export interface PersonRecord {
  readonly name: string;
  readonly email: string;
  readonly userPrincipalName: string;
  readonly aadObjectId: string;
  /** The Teams id, `29:…`. */
  readonly mri: string;
  readonly tenantId: string;
  /** The person's Teams language, e.g. `zh-CN`; a test may change it. */
  locale: string;
  platform: Platform;
  timezone: string;
  /** Whether the bot is installed for this person. */
  installed: boolean;
  blocksBot: boolean;
  /** Whether the account is gone. */
  left: boolean;
  readonly conversation: Conversation;
}

export type Platform = 'Windows' | 'Mac' | 'Web' | 'iOS' | 'Android';

export interface ChannelRecord {
  readonly id: string;
  readonly name: string;
  readonly team: TeamRecord;
  readonly conversation: Conversation;
}

export interface TeamRecord {
  readonly id: string;
  readonly name: string;
  readonly aadGroupId: string;
  readonly members: PersonRecord[];
  readonly channels: ChannelRecord[];
  installed: boolean;
}

/** Where a conversation id leads. */
export type Place =
  | { readonly kind: 'personal'; readonly conversation: Conversation; readonly person: PersonRecord }
  | { readonly kind: 'channel'; readonly conversation: Conversation; readonly channel: ChannelRecord };

/** Everything that exists in the tenant. */
export interface World {
  readonly tenantId: string;
  readonly appId: string;
  readonly bot: { readonly id: string; readonly name: string };
  /** The address of the connector; known once the server listens. */
  serviceUrl: string;
  readonly people: PersonRecord[];
  readonly teams: Map<string, TeamRecord>;
  readonly places: Map<string, Place>;
  /** By MRI or AAD object id. */
  findPerson(id: string): PersonRecord | undefined;
  addPerson(person: Omit<PersonRecord, 'conversation'>): PersonRecord;
  addTeam(team: TeamRecord): void;
  addChannel(channel: ChannelRecord): void;
  /** Message ids are milliseconds since 1970, each one used once, as in Teams. */
  nextMessageId(): string;
}

export function createWorld(settings: { tenantId: string; appId: string; botName: string }): World {
  const byId = new Map<string, PersonRecord>();
  const places = new Map<string, Place>();
  const people: PersonRecord[] = [];
  let lastId = 0;

  return {
    tenantId: settings.tenantId,
    appId: settings.appId,
    bot: { id: `28:${settings.appId}`, name: settings.botName },
    serviceUrl: '',
    people,
    teams: new Map(),
    places,
    findPerson: (id) => byId.get(id),
    addPerson(made) {
      const chatId = `a:1${made.aadObjectId.replaceAll('-', '')}`;
      const person = { ...made, conversation: makeConversation(chatId, 'personal') };
      people.push(person);
      byId.set(person.mri, person).set(person.aadObjectId, person);
      places.set(chatId, { kind: 'personal', conversation: person.conversation, person });
      return person;
    },
    addTeam(team) {
      this.teams.set(team.id, team);
    },
    addChannel(channel) {
      channel.team.channels.push(channel);
      places.set(channel.id, { kind: 'channel', conversation: channel.conversation, channel });
    },
    nextMessageId() {
      lastId = Math.max(lastId + 1, Date.now());
      return String(lastId);
    },
  };
}
