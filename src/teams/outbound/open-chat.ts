import type { Account } from '../../domain/people/account.ts';
import { inTime, watchDepartures } from '../bot/adapter.ts';
import { isAllowedService } from '../bot/service-host.ts';
import { seenAs, type TeamsAccount, teamsAccountOf } from '../bot/teams-account.ts';
import { type Conversation, chatAddress, chatAt, teamChannelAt } from '../bot/teams-address.ts';
import type { Failure } from './classify.ts';
import { readError } from './read-error.ts';
import type { SendTools } from './send-tools.ts';
import { tellPace } from './tell-pace.ts';
import type { NewConversation } from './with-connector.ts';

/** Opens somebody's own chat with the bot and remembers it; asking Teams twice gives the same chat. */
export const openChat = async (parts: SendTools, account: Account): Promise<Conversation | Failure> => {
  const to = teamsAccountOf(account);
  if (to === undefined) return { kind: 'unreachable', reason: 'no-address' };
  const serviceUrl = await serviceUrlFor(parts, account);
  if (!isAllowedService(serviceUrl, parts.allowedServiceHosts)) {
    return { kind: 'unreachable', reason: 'misconfigured' };
  }
  const turn = await parts.pace.turn(undefined);
  if (!turn.go) return { kind: 'retry', reason: 'throttled', afterMs: turn.afterMs };
  const opened = await watchDepartures<string | Failure>(async (left) => {
    try {
      const { conversations } = await parts.connectorTo(serviceUrl);
      const wanted = parametersFor(parts.botId, to, account.name);
      const chat = await inTime(conversations.createConversation(wanted));
      return chat.id ?? { kind: 'retry', reason: 'service-busy' };
    } catch (error) {
      return readError(error, { left: left(), repeatable: true, now: parts.realClock.now() });
    }
  });
  if (typeof opened !== 'string') await tellPace(parts.pace, account.key, opened);
  if (typeof opened !== 'string') return opened;
  const chat = { conversationId: opened, serviceUrl };
  await parts.stores.accounts.saw({ ...seenAs(to), address: chatAddress(chat), seenAt: parts.clock.now() });
  return chat;
};

const serviceUrlFor = async (parts: SendTools, account: Account): Promise<string> =>
  chatAt(account.address)?.serviceUrl ??
  teamChannelAt((await parts.stores.departmentAddress.current())?.address)?.serviceUrl ??
  parts.defaultServiceUrl;

const parametersFor = (
  botId: string,
  { mri, aadObjectId, tenantId }: TeamsAccount,
  name: string,
): NewConversation => ({
  isGroup: false,
  bot: { id: botId },
  members: [{ id: mri ?? aadObjectId, name }],
  tenantId,
  channelData: { tenant: { id: tenantId } },
});
