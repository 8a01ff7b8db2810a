import type { Account, PersonalChat } from '../../domain/people/account.ts';
import { anythingLeft } from '../adapter.ts';
import { isAllowedService } from '../service-host.ts';
import type { Failure } from './classify.ts';
import { readError } from './read-error.ts';
import type { SendParts } from './send.ts';
import { type NewConversation, withConnector } from './with-connector.ts';

/** Opens somebody's own chat with the bot and remembers it; asking Teams twice gives the same chat. */
export const openChat = async (parts: SendParts, account: Account): Promise<PersonalChat | Failure> => {
  const serviceUrl = await serviceUrlFor(parts, account);
  if (!isAllowedService(serviceUrl, parts.allowedServiceHosts)) {
    return { kind: 'unreachable', reason: 'misconfigured' };
  }
  const failed = (error: unknown, left: boolean): Failure =>
    readError(error, { left, repeatable: true, now: parts.realClock.now() });
  const opened = await withConnector<string | Failure>(
    parts.adapter,
    parts.appId,
    serviceUrl,
    async (connector) => {
      try {
        const chat = await connector.conversations.createConversation(parametersFor(parts.botId, account));
        return chat.id ?? { kind: 'retry', reason: 'service-busy' };
      } catch (error) {
        return failed(error, anythingLeft(connector));
      }
    },
  ).catch((error: unknown) => failed(error, false));
  if (typeof opened !== 'string') return opened;
  const chat = { conversationId: opened, serviceUrl };
  const { tenantId, aadObjectId } = account;
  await parts.stores.accounts.saw({ tenantId, aadObjectId, chat, seenAt: parts.clock.now() });
  return chat;
};

const serviceUrlFor = async (parts: SendParts, account: Account): Promise<string> =>
  account.chat?.serviceUrl ?? (await parts.stores.channel.current())?.serviceUrl ?? parts.defaultServiceUrl;

const parametersFor = (botId: string, { mri, aadObjectId, name, tenantId }: Account): NewConversation => ({
  isGroup: false,
  bot: { id: botId },
  members: [{ id: mri === '' ? aadObjectId : mri, name }],
  tenantId,
  channelData: { tenant: { id: tenantId } },
});
