import type { Carrier } from '../../domain/deliveries/messenger.ts';
import type { Pace } from '../../domain/deliveries/pace.ts';
import { type Clock, realClock } from '../../domain/kernel/clock.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { MemberPages } from '../../domain/people/match-members.ts';
import type { AnyCardAction } from '../card-actions/card-action.ts';
import { createCardActionDispatch } from '../card-actions/dispatch-press.ts';
import type { Command } from '../commands/command.ts';
import { createCommandDispatch } from '../commands/dispatch-command.ts';
import { createGate } from '../inbound/authenticate.ts';
import { createEndpoint, type EndpointRequest, type EndpointResponse } from '../inbound/endpoint.ts';
import {
  createOnInstallation,
  createOnMembersAdded,
  type OnInstalled,
  type TeamPlace,
} from '../inbound/on-installation.ts';
import { createOnMessage } from '../inbound/on-message.ts';
import { createOnExecute, createOnSubmit } from '../inbound/on-press.ts';
import { createOnSignOfLife } from '../inbound/on-sign-of-life.ts';
import { createDirectory } from '../outbound/ask-directory.ts';
import { createSend, type Send } from '../outbound/send.ts';
import type { SendParts } from '../outbound/send-tools.ts';
import { createMessenger } from '../outbound/teams-messenger.ts';
import type { Presenters } from '../presenters/presenter.ts';
import { createInboundAdapter, createOutboundAdapter } from './adapter.ts';
import { createApplication } from './application.ts';
import { type BotAuthentication, identityOf } from './bot-identity.ts';
import type { Desk } from './desk.ts';
import { gatheredStores } from './gathered-stores.ts';
import { sharedClients } from './shared-clients.ts';
import { createTeamRoster } from './team-members.ts';

export interface BotParts {
  readonly auth: BotAuthentication;
  /** Tenant ids; in local mode an empty list lets every tenant in. */
  readonly allowedTenants: readonly string[];
  /** Host names the bot's token may be sent to. */
  readonly allowedServiceHosts: readonly string[];
  /** Where somebody is written to first who was met in a roster only; the public cloud's unless given. */
  readonly defaultServiceUrl?: string;
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly cardActions: readonly AnyCardAction[];
  readonly presenters: Presenters;
  readonly onInstalled: OnInstalled;
  readonly realClock?: Clock;
  /** Keeps Teams' limits for what is delivered; without it nothing does. */
  readonly pace?: Pace;
}

export interface Bot {
  /** Answers `POST /api/messages`; the body is already parsed. */
  endpoint(request: EndpointRequest, response: EndpointResponse): Promise<void>;
  readonly messenger: Carrier;
  readonly send: Send;
  readonly directory: Directory;
  roster(team: TeamPlace): MemberPages;
}

const publicCloud = 'https://smba.trafficmanager.net/teams/';

/** The bot, whole: everything that knows the Bot Framework is behind this. */
export const createBot = (parts: BotParts): Bot => {
  const { desk, allowedServiceHosts } = parts;
  const { appId, botId, checksTokens, channelIssuer, ...identity } = identityOf(parts.auth);
  const authentication = sharedClients(identity.authentication);
  const inbound = createInboundAdapter(authentication, desk.log);
  const outbound = createOutboundAdapter(authentication);
  const sendParts: SendParts = {
    adapter: outbound,
    appId,
    botId,
    allowedServiceHosts,
    defaultServiceUrl: parts.defaultServiceUrl ?? publicCloud,
    stores: desk.stores,
    clock: desk.clock,
    realClock: parts.realClock ?? realClock,
  };
  const send = createSend(sendParts);
  const partsInTurn = parts.pace === undefined ? sendParts : { ...sendParts, pace: parts.pace };
  const sendInTurn = parts.pace === undefined ? send : createSend(partsInTurn);
  // Many press at the same time: what they look up by id is asked together.
  const presses: Desk = { ...desk, stores: gatheredStores(desk.stores) };
  const pressed = createCardActionDispatch(parts.cardActions, presses, send);
  const application = createApplication(desk, {
    message: createOnMessage(desk, parts.commands, createCommandDispatch(parts.commands, desk, send)),
    execute: createOnExecute(presses, pressed),
    submit: createOnSubmit(presses, pressed, send),
    installation: createOnInstallation(desk, parts.onInstalled),
    membersAdded: createOnMembersAdded(desk),
    anythingElse: createOnSignOfLife(desk),
  });
  const gate = createGate({
    authentication: checksTokens ? authentication : undefined,
    channelIssuer,
    allowedTenants: parts.allowedTenants.map((id) => id.toLowerCase()),
    allowedServiceHosts,
  });
  return {
    endpoint: createEndpoint({
      gate,
      adapter: inbound,
      turn: async (context) => void (await application.run(context)),
      log: desk.log,
    }),
    messenger: createMessenger(desk, parts.presenters, sendInTurn),
    send,
    directory: createDirectory(partsInTurn),
    roster: (team) =>
      createTeamRoster({ adapter: outbound, appId, allowedServiceHosts, clock: desk.clock }, team),
  };
};
