/** What a request to the connector asks for. */
export interface Operation {
  readonly kind:
    | 'create'
    | 'send'
    | 'update'
    | 'delete'
    | 'roster'
    | 'roster page'
    | 'member'
    | 'team'
    | 'channels'
    | 'unknown';
  /** The chat or channel it concerns, without the thread. */
  readonly conversationId: string | undefined;
  readonly rootId: string | undefined;
  readonly activityId: string | undefined;
  readonly memberId: string | undefined;
  readonly teamId: string | undefined;
  /** The person on the other side, where it is a personal chat. */
  readonly personMri: string | undefined;
}
