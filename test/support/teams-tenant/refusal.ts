/** An answer with which Teams turns a request down. */
export interface Refusal {
  status: number;
  body: unknown;
}

const said = {
  BadArgument: [400, 'Bad argument'],
  Unauthorized: [401, 'Authorization has been denied for this request.'],
  BotNotRegistered: [401, 'No registration found for this bot.'],
  BotDisabledByAdmin: [403, 'The tenant admin disabled this bot.'],
  BotNotInConversationRoster: [403, 'The bot is not part of the conversation roster.'],
  ConversationBlockedByUser: [403, 'User blocked the conversation with the bot.'],
  ForbiddenOperationException: [403, 'The bot is not installed in personal scope of the user.'],
  NotEnoughPermissions: [403, 'The bot does not have the permissions for this operation.'],
  InvalidBotApiHost: [403, 'Invalid bot api host for this tenant.'],
  ConversationNotFound: [404, 'Conversation not found.'],
  ActivityNotFoundInConversation: [404, 'Activity was not found in the conversation.'],
  MemberNotFoundInConversation: [404, 'The member was not found in the conversation.'],
  PreconditionFailed: [412, 'Precondition failed: another operation on this thread is in progress.'],
  MessageSizeTooBig: [413, 'Message size too large.'],
  ServiceError: [500, 'Unknown error.'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof said | 'MessageWritesBlocked';

/** The answer Teams gives for `code`; `detail` replaces its usual sentence. */
export function refusal(code: RefusalCode, detail?: string): Refusal {
  if (code === 'MessageWritesBlocked') {
    const inner = {
      subCode: code,
      details: detail ?? 'Thread is blocked from message writes.',
      errorCode: null,
    };
    return { status: 403, body: { errorCode: 209, message: JSON.stringify(inner) } };
  }
  const [status, message] = said[code];
  return { status, body: { error: { code, message: detail ?? message } } };
}
