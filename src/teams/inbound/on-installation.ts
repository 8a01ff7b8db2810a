import { TeamsInfo } from 'botbuilder';
import { isDeliveryTime } from '../../domain/deliveries/delivery-hours.ts';
import { problemOf } from '../../domain/kernel/problem.ts';
import { languageOf } from '../../domain/kernel/text.ts';
import type { Account } from '../../domain/people/account.ts';
import { matchAccount, meetSpeaker } from '../../domain/people/match-account.ts';
import { greeting, teamGreeting } from '../../wording/conversation-words.ts';
import type { Desk } from '../bot/desk.ts';
import { seenAs } from '../bot/teams-account.ts';
import type { Turn } from '../bot/turn.ts';
import { messageOf } from '../outbound/message.ts';
import { noteChannelNews } from './channel-news.ts';
import { appointFirstStaff, meetAccount, reach } from './identify.ts';
import { factsOfMember } from './member.ts';
import { noteAlive, noteSign } from './on-sign-of-life.ts';

/** A team that has the bot: its members can be read from there. */
export interface TeamPlace {
  readonly teamId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
}

export type Installed =
  | { readonly kind: 'personal'; readonly account: Account }
  | { readonly kind: 'team'; readonly team: TeamPlace };

/** Runs beside the turn; what it throws is logged. */
export type OnInstalled = (installed: Installed) => Promise<void>;

/** The bot was added, updated or removed, for a person or a team. */
export const createOnInstallation =
  (desk: Desk, onInstalled: OnInstalled) =>
  async (turn: Turn): Promise<void> => {
    const removed = turn.activity.action?.startsWith('remove') ?? false;
    const isNew = turn.activity.action === 'add';
    const { place } = turn;
    if (place.kind === 'personal') return personal(desk, onInstalled, turn, { removed, isNew });
    if (place.kind !== 'channel') return;
    await noteChannelNews(desk, turn);
    if (removed) return;
    tell(desk, onInstalled, { kind: 'team', team: place });
    const chosen = await desk.stores.departmentAddress.current();
    if (!isNew || (chosen !== undefined && chosen.lost === undefined)) return;
    await turn.context.sendActivity(messageOf({ text: teamGreeting[turn.language] }));
  };

const personal = async (
  desk: Desk,
  onInstalled: OnInstalled,
  { context, sighting }: Turn,
  { removed, isNew }: { removed: boolean; isNew: boolean },
): Promise<void> => {
  if (sighting === undefined) return;
  if (removed) {
    await desk.stores.accounts.saw({ ...sighting, connected: false });
    return;
  }
  const before = await desk.stores.accounts.byKey(sighting.key);
  const account = await meetAccount(desk, context, { ...sighting, connected: true });
  const meet = desk.isFirstStaff(account) ? meetSpeaker : matchAccount;
  const match = await meet({ ...desk.stores, clock: desk.clock, isFirstStaff: desk.isFirstStaff }, account);
  if (match !== undefined) {
    await reach(desk, match.person, true);
    await appointFirstStaff(desk, match.person, account);
  }
  tell(desk, onInstalled, { kind: 'personal', account });
  if (isNew && before?.connected !== true && maySpeakNow(desk, account)) {
    const { name, language } = desk.settings.organisation;
    await context.sendActivity(messageOf({ text: greeting(name)[languageOf(account.locale, language)] }));
  }
};

/** A policy installs the bot for thousands at night: nobody is woken for a greeting. */
const maySpeakNow = ({ clock, settings, calendar }: Desk, { timeZone }: Account): boolean =>
  isDeliveryTime(clock.now(), timeZone ?? settings.organisation.timeZone, settings, calendar);

const tell = (desk: Desk, onInstalled: OnInstalled, installed: Installed): void => {
  onInstalled(installed).catch((error: unknown) => {
    desk.log.error(
      { kind: installed.kind, problem: problemOf(error) },
      'after an install something went wrong',
    );
  });
};

/** Somebody joined a team that has the bot: the way most people are met. One who cannot be looked up keeps nobody else out. */
export const createOnMembersAdded =
  (desk: Desk) =>
  async (turn: Turn): Promise<void> => {
    const { activity, place } = turn;
    if (place.kind === 'channel')
      for (const { id } of activity.membersAdded ?? []) {
        if (id === activity.recipient.id) continue;
        await joined(desk, turn, place, id).catch((error: unknown) =>
          desk.log.warn({ member: id, problem: problemOf(error) }, 'a new member of a team is not known'),
        );
      }
    await noteSign(desk, turn);
  };

const joined = async (
  desk: Desk,
  { context, sighting }: Turn,
  team: TeamPlace,
  id: string,
): Promise<void> => {
  const member = await TeamsInfo.getTeamMember(context, team.teamId, id);
  if (member.aadObjectId === undefined) return;
  const account = await desk.stores.accounts.saw({
    ...seenAs({ tenantId: team.tenantId, aadObjectId: member.aadObjectId, mri: id }),
    name: member.name,
    ...factsOfMember(member, team.tenantId),
    seenAt: sighting?.seenAt ?? desk.clock.now(),
  });
  await noteAlive(desk, account, true);
};
