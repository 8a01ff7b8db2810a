// The same SDK in a bare loop: what the product is compared with.
import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
} from 'botbuilder';
import { credentialsWith } from '../../test/support/teams-tenant/bot-auth.ts';
import type { BotArgument } from './bot.ts';
import { answerParent, givenArgument } from './child.ts';

const given = givenArgument() as BotArgument;
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    { ...given.parameters },
    credentialsWith(given.appId, given.token),
  ),
);

const does = {
  /** Sends the card to each conversation, so many at a time; answers with milliseconds. */
  send: async (asked: { card: object; conversations: readonly string[]; atATime: number }) => {
    const left = [...asked.conversations];
    const begun = performance.now();
    const one = async (): Promise<void> => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        const reference = { serviceUrl: given.serviceUrl, channelId: 'msteams', conversation: { id } };
        await adapter.continueConversationAsync(
          given.appId,
          reference as ConversationReference,
          async (context) => {
            await context.sendActivity({
              type: 'message',
              summary: 'A questionnaire',
              attachments: [CardFactory.adaptiveCard(asked.card)],
            });
          },
        );
      }
    };
    await Promise.all(Array.from({ length: asked.atATime }, one));
    return performance.now() - begun;
  },
};
export type Bare = typeof does;

answerParent(does);
