import type { TeamsTenant } from './teams-tenant/tenant.ts';

export interface ConnectorAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
}

/** Calls the tenant's connector as a bot does, without any SDK: `path` follows `/v3/`. */
export async function callConnector(
  tenant: TeamsTenant,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  authorization = `Bearer ${tenant.botAuth().token}`,
): Promise<ConnectorAnswer> {
  const response = await fetch(`${tenant.serviceUrl}v3/${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body: parsed, retryAfter: response.headers.get('retry-after') };
}

/** Sends a message into a conversation. */
export function sendMessage(tenant: TeamsTenant, conversationId: string, fields: object = { text: 'hello' }) {
  const path = `conversations/${encodeURIComponent(conversationId)}/activities`;
  return callConnector(tenant, 'POST', path, { type: 'message', ...fields });
}

/** Opens a personal chat with a member id. */
export function openChat(tenant: TeamsTenant, memberId: string, tenantId = tenant.tenantId) {
  const bot = { id: tenant.bot.id };
  return callConnector(tenant, 'POST', 'conversations', {
    isGroup: false,
    bot,
    members: [{ id: memberId }],
    tenantId,
  });
}
