/** Where somebody spoke or pressed. */
export type Place =
  | { readonly kind: 'personal'; readonly conversationId: string; readonly serviceUrl: string }
  | {
      readonly kind: 'channel';
      /** With the thread, as Teams gave it: answering there stays in the thread. */
      readonly conversationId: string;
      readonly serviceUrl: string;
      readonly tenantId: string;
      readonly teamId: string;
      readonly channelId: string;
      /** Empty where Teams does not say (the General channel). */
      readonly channelName: string;
    }
  | { readonly kind: 'group'; readonly conversationId: string; readonly serviceUrl: string };
