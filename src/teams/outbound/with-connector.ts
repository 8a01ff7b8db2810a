import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';

export interface NewConversation {
  readonly isGroup: boolean;
  readonly bot: { readonly id: string };
  readonly tenantId: string;
  readonly channelData: {
    readonly tenant: { readonly id: string };
    readonly channel?: { readonly id: string };
  };
  readonly members?: readonly { readonly id: string; readonly name: string }[];
  readonly activity?: Partial<Activity>;
}

/** What Teams tells of a member of a conversation. */
export interface Member {
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly userRole?: string;
  readonly tenantId?: string;
}

/** The few calls of the Bot Connector this bot makes. */
export interface Connector {
  readonly conversations: {
    /** With `activity`: a new thread in a channel. With `members`: somebody's own chat, no message yet. */
    createConversation(parameters: NewConversation): Promise<{ id?: string; activityId?: string }>;
    sendToConversation(conversationId: string, activity: Partial<Activity>): Promise<{ id?: string }>;
    updateActivity(
      conversationId: string,
      activityId: string,
      activity: Partial<Activity>,
    ): Promise<{ id?: string }>;
    getConversationMember(conversationId: string, memberId: string): Promise<Member>;
  };
}

/**
 * Runs `work` with a connector to this service. The SDK hands one out inside a turn only, so a turn about no
 * conversation in particular is made; what `work` returns is caught here, for the turn itself returns nothing.
 */
export const withConnector = async <Result>(
  adapter: CloudAdapter,
  appId: string,
  serviceUrl: string,
  work: (connector: Connector, context: TurnContext) => Promise<Result>,
): Promise<Result> => {
  let result: { readonly value: Result } | undefined;
  const reference = { serviceUrl, channelId: 'msteams', conversation: { id: '' } };
  await adapter.continueConversationAsync(appId, reference as ConversationReference, async (context) => {
    const connector: unknown = context.turnState.get(adapter.ConnectorClientKey);
    result = { value: await work(connector as Connector, context) };
  });
  if (result === undefined) throw new Error('the turn ended before its work');
  return result.value;
};
