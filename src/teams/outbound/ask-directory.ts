import { noPace } from '../../domain/deliveries/pace.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { inTime, watchDepartures } from '../bot/adapter.ts';
import { isAllowedService } from '../bot/service-host.ts';
import { memberIdOf, teamsAccountOf } from '../bot/teams-account.ts';
import { chatAt, teamChannelAt } from '../bot/teams-address.ts';
import { factsOfMember } from '../inbound/member.ts';
import type { Failure } from './classify.ts';
import { keepConnectors } from './keep-connectors.ts';
import { readError } from './read-error.ts';
import type { SendParts } from './send-tools.ts';
import { tellPace } from './tell-pace.ts';
import type { Member } from './with-connector.ts';

/** Asks Teams about members of conversations the bot is in: of somebody's own chat, else of the department's team. */
export const createDirectory = (parts: SendParts): Directory => {
  const connectorTo = keepConnectors(parts.adapter, parts.appId, parts.realClock);
  const pace = parts.pace ?? noPace;

  return {
    lookUp: async (account) => {
      const known = teamsAccountOf(account);
      const memberId = memberIdOf(account);
      const chat = chatAt(account.address);
      const team =
        chat === undefined
          ? teamChannelAt((await parts.stores.departmentAddress.current())?.address)
          : undefined;
      const where = chat ?? (team && { conversationId: team.teamId, serviceUrl: team.serviceUrl });
      if (known === undefined || memberId === undefined || where === undefined) return undefined;
      if (!isAllowedService(where.serviceUrl, parts.allowedServiceHosts)) return undefined;
      if (!(await pace.turn(undefined)).go) return 'later';
      const found = await watchDepartures<Member | Failure>(async (left) => {
        try {
          const { conversations } = await connectorTo(where.serviceUrl);
          return await inTime(conversations.getConversationMember(where.conversationId, memberId));
        } catch (error) {
          return readError(error, { left: left(), repeatable: true, now: parts.realClock.now() });
        }
      });
      if (!('kind' in found)) return factsOfMember(found, known.tenantId);
      await tellPace(pace, account.key, found);
      // What concerns this account alone must not keep all others waiting: it is asked again another day.
      return found.reason === 'throttled' || found.reason === 'misconfigured' ? 'later' : undefined;
    },
  };
};
