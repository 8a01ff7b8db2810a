import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { TokenSource } from './token-source.ts';

/** Ways a request to the bot can lie about where it comes from. */
export const tokenFaults = [
  'no token',
  'not a token',
  'no signature',
  'wrong key',
  'unknown key',
  'wrong audience',
  'wrong issuer',
  'expired',
  'not yet valid',
  'wrong service URL claim',
  'no service URL claim',
  'unendorsed channel',
  'other tenant',
  'other service URL',
] as const;

export type TokenFault = (typeof tokenFaults)[number];

export interface Forged {
  activity: Activity;
  authorization: string | undefined;
}

const hour = 3600;
const elsewhere = 'https://smba.example.com/teams/';

/** The same activity with one lie. `other tenant` and `other service URL` are signed rightly: only the bot can tell. */
export async function forge(tokens: TokenSource, fault: TokenFault, activity: Activity): Promise<Forged> {
  const now = Math.floor(Date.now() / 1000);
  const bearer = async (token: Promise<string>) => `Bearer ${await token}`;
  const as = async (token: Promise<string>, changed = activity) => ({
    activity: changed,
    authorization: await bearer(token),
  });
  switch (fault) {
    case 'no token':
      return { activity, authorization: undefined };
    case 'not a token':
      return { activity, authorization: 'Bearer let-me-in' };
    case 'no signature':
      return as(tokens.valid().then(withoutSignature));
    case 'wrong key':
      return as(tokens.faulty({}, 'wrong key'));
    case 'unknown key':
      return as(tokens.faulty({}, 'unknown key'));
    case 'wrong audience':
      return as(tokens.faulty({ audience: randomUUID() }));
    case 'wrong issuer':
      return as(tokens.faulty({ issuer: 'https://issuer.example.com' }));
    case 'expired':
      return as(tokens.faulty({ notBefore: now - 3 * hour, expires: now - hour }));
    case 'not yet valid':
      return as(tokens.faulty({ notBefore: now + hour, expires: now + 2 * hour }));
    case 'wrong service URL claim':
      return as(tokens.faulty({ serviceUrl: elsewhere }));
    case 'no service URL claim':
      return as(tokens.faulty({ serviceUrl: undefined }));
    case 'unendorsed channel':
      return as(tokens.valid(), { ...activity, channelId: 'webchat' });
    case 'other tenant':
      return as(tokens.valid(), inTenant(activity, randomUUID()));
    case 'other service URL':
      return as(tokens.faulty({ serviceUrl: elsewhere }), { ...activity, serviceUrl: elsewhere });
  }
}

function inTenant(activity: Activity, tenantId: string): Activity {
  const conversation = { ...activity.conversation, id: activity.conversation?.id ?? '', tenantId };
  return { ...activity, conversation, channelData: { ...activity.channelData, tenant: { id: tenantId } } };
}

/** The token with its header saying that it needs none. */
function withoutSignature(token: string): string {
  const [head = '', payload = ''] = token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString());
  return `${Buffer.from(JSON.stringify({ ...header, alg: 'none' })).toString('base64url')}.${payload}.`;
}
