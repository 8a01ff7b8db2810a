import type { DeliveryOutcome } from '../../domain/deliveries/messenger.ts';
import { noPace } from '../../domain/deliveries/pace.ts';
import type { Receipt } from '../../domain/deliveries/receipt.ts';
import type { Account } from '../../domain/people/account.ts';
import { inTime, watchDepartures } from '../bot/adapter.ts';
import { requestTimeoutMs } from '../bot/limit-policy.ts';
import type { Saying } from '../bot/saying.ts';
import { isAllowedService } from '../bot/service-host.ts';
import { type Conversation, chatAt, receiptFor, type TeamChannel } from '../bot/teams-address.ts';
import { keepConnectors } from './keep-connectors.ts';
import { largestMessageBytes, messageBytes, messageOf } from './message.ts';
import { openChat } from './open-chat.ts';
import { readError } from './read-error.ts';
import type { SendParts, SendTools } from './send-tools.ts';
import { tellPace } from './tell-pace.ts';
import type { Connector } from './with-connector.ts';

export interface Send {
  /** Writes to somebody's own chat, opening it if none is known; a chat that is gone is opened anew once. */
  sendPersonal(account: Account, saying: Saying): Promise<DeliveryOutcome>;
  /** Starts a new thread in the channel. */
  postChannel(channel: TeamChannel, saying: Saying): Promise<DeliveryOutcome>;
  /** Replaces one of the bot's own messages; Teams may not have named it, then `message-gone`. */
  update(receipt: Receipt, saying: Saying): Promise<DeliveryOutcome>;
}

/** Says things unasked. Whatever Teams does is an outcome with its reason (TEAMS.md §1.2); only the database throws. */
export const createSend = (given: SendParts): Send => {
  const connectorTo = keepConnectors(given.adapter, given.appId, given.realClock);
  const parts: SendTools = { pace: noPace, ...given, connectorTo };

  const sendToChat = (chat: Conversation, saying: Saying): Promise<DeliveryOutcome> =>
    attemptSend(parts, {
      ...chat,
      saying,
      repeatable: false,
      work: async ({ conversations }, activity) => {
        const sent = await conversations.sendToConversation(chat.conversationId, activity);
        return receiptFor(sent.id, chat);
      },
    });

  return {
    async sendPersonal(account, saying) {
      const begun = performance.now();
      const isLate = (): boolean => performance.now() - begun > requestTimeoutMs;
      const chat = chatAt(account.address);
      const known = chat === undefined ? undefined : await sendToChat(chat, saying);
      if (known !== undefined && !isGone(known)) return rememberReach(parts, account, known);
      // Another request would outlast the lease: its chat is remembered, and it is tried again.
      if (isLate()) return tooSlow;
      const opened = await openChat(parts, account);
      if ('conversationId' in opened && isLate()) return tooSlow;
      const outcome = 'conversationId' in opened ? await sendToChat(opened, saying) : opened;
      return rememberReach(parts, account, outcome);
    },

    postChannel: (channel, saying) =>
      attemptSend(parts, {
        serviceUrl: channel.serviceUrl,
        conversationId: channel.channelId,
        saying,
        repeatable: false,
        work: async ({ conversations }, activity) => {
          const posted = await conversations.createConversation({
            isGroup: true,
            bot: { id: parts.botId },
            tenantId: channel.tenantId,
            channelData: { channel: { id: channel.channelId }, tenant: { id: channel.tenantId } },
            activity,
          });
          const { serviceUrl } = channel;
          return receiptFor(posted.activityId, {
            conversationId: posted.id ?? channel.channelId,
            serviceUrl,
          });
        },
      }),

    update(receipt, saying) {
      const where = chatAt(receipt);
      const id = receipt.name;
      if (where === undefined || id === null)
        return Promise.resolve({ kind: 'unreachable', reason: 'message-gone' });
      return attemptSend(parts, {
        ...where,
        saying,
        repeatable: true,
        work: async ({ conversations }, activity) => {
          await conversations.updateActivity(where.conversationId, id, { ...activity, id });
          return receipt;
        },
      });
    },
  };
};

const tooSlow = { kind: 'retry', reason: 'service-busy' } as const;

const isGone = (outcome: DeliveryOutcome): boolean =>
  outcome.kind === 'unreachable' && outcome.reason === 'address-gone';

/** Whether the bot is installed for somebody shows when they are written to; staff see it as reachable or not. */
const rememberReach = async (
  { stores, clock }: SendParts,
  { key, channel, parts, connected }: Account,
  outcome: DeliveryOutcome,
): Promise<DeliveryOutcome> => {
  const shown =
    outcome.kind === 'sent'
      ? true
      : outcome.kind === 'unreachable' && outcome.reason === 'not-connected'
        ? false
        : connected;
  if (shown !== connected) {
    // Only a note: it must not turn what was sent into a failure.
    await stores.accounts
      .saw({ key, channel, parts, connected: shown, seenAt: clock.now() })
      .catch(() => undefined);
  }
  return outcome;
};

interface Attempt {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly saying: Saying;
  readonly repeatable: boolean;
  readonly work: (connector: Connector, activity: ReturnType<typeof messageOf>) => Promise<Receipt>;
}

const attemptSend = async (parts: SendTools, asked: Attempt): Promise<DeliveryOutcome> => {
  const { serviceUrl, conversationId, saying, repeatable } = asked;
  if (!isAllowedService(serviceUrl, parts.allowedServiceHosts)) {
    return { kind: 'unreachable', reason: 'misconfigured' };
  }
  const activity = messageOf(saying);
  if (messageBytes(activity) > largestMessageBytes) return { kind: 'unreachable', reason: 'too-large' };
  const turn = await parts.pace.turn(conversationId);
  if (!turn.go) return { kind: 'retry', reason: 'throttled', afterMs: turn.afterMs };
  const outcome = await watchDepartures<DeliveryOutcome>(async (left) => {
    try {
      const connector = await parts.connectorTo(serviceUrl);
      return { kind: 'sent', receipt: await inTime(asked.work(connector, activity)) };
    } catch (error) {
      return readError(error, { left: left(), repeatable, now: parts.realClock.now() });
    }
  });
  await tellPace(parts.pace, conversationId, outcome);
  return outcome;
};
