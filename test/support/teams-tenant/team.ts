import { randomUUID } from 'node:crypto';
import { accountOf, teamActivity } from './activity-from.ts';
import type { BotLine } from './bot-line.ts';
import { type Channel, makeChannel } from './channel.ts';
import { makeConversation } from './conversation.ts';
import type { PersonRecord, TeamRecord, World } from './world.ts';

/** A team with its channels, and what can happen to it. */
export interface Team extends TeamRecord {
  /** The channel every team has. */
  readonly general: Channel;
  /** A channel by name; made, with this id if one is given, when there is none of that name. */
  channel(name: string, id?: string): Channel;
  /** Somebody (by default the first member) adds the app to the team. */
  installs(by?: PersonRecord): Promise<void>;
  uninstalls(by?: PersonRecord): Promise<void>;
  /** The bot is in the team from the start, and was never told. */
  alreadyInstalled(): Team;
  adds(person: PersonRecord): Promise<void>;
  removes(person: PersonRecord): Promise<void>;
}

export function makeTeam(world: World, line: BotLine, record: TeamRecord): Team {
  const channels = new Map<string, Channel>();
  world.addTeam(record);

  function open(name: string, id: string): Channel {
    const made = { id, name, team: record, conversation: makeConversation(id, 'channel') };
    world.addChannel(made);
    const channel = makeChannel(made);
    channels.set(name, channel);
    return channel;
  }

  async function tell(by: PersonRecord | undefined, type: string, event: string | undefined, fields: object) {
    const speaker = by ?? record.members[0];
    if (speaker === undefined) throw new Error(`the team ${record.name} has no members`);
    const id = `f:${randomUUID()}`;
    await line.deliver(teamActivity(world, speaker, record, event, { type, id, ...fields }));
  }

  const bot = [{ id: world.bot.id }];
  return Object.assign(record, {
    general: open('General', record.id),
    channel: (name: string, id?: string) =>
      channels.get(name) ?? open(name, id ?? `19:${compactId()}@thread.tacv2`),
    async installs(by?: PersonRecord) {
      record.installed = true;
      await tell(by, 'conversationUpdate', 'teamMemberAdded', { membersAdded: bot });
      await tell(by, 'installationUpdate', undefined, { action: 'add' });
    },
    async uninstalls(by?: PersonRecord) {
      record.installed = false;
      await tell(by, 'conversationUpdate', 'teamMemberRemoved', { membersRemoved: bot });
      await tell(by, 'installationUpdate', undefined, { action: 'remove' });
    },
    alreadyInstalled() {
      record.installed = true;
      return this as Team;
    },
    async adds(person: PersonRecord) {
      record.members.push(person);
      await tell(undefined, 'conversationUpdate', 'teamMemberAdded', { membersAdded: [accountOf(person)] });
    },
    async removes(person: PersonRecord) {
      record.members.splice(record.members.indexOf(person), 1);
      await tell(undefined, 'conversationUpdate', 'teamMemberRemoved', {
        membersRemoved: [accountOf(person)],
      });
    },
  });
}

/** A team whose only channel is General; the team has the id of that channel. */
export function teamRecord(
  name: string,
  members: readonly PersonRecord[],
  id = `19:${compactId()}@thread.tacv2`,
): TeamRecord {
  return { id, name, aadGroupId: randomUUID(), members: [...members], channels: [], installed: false };
}

function compactId(): string {
  return randomUUID().replaceAll('-', '');
}
