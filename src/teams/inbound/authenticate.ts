import type { Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { isAllowedService } from '../bot/service-host.ts';
import { type InboundActivity, tenantOf } from './activity-shape.ts';

export interface GateParts {
  /** Undefined in local mode: no token is asked for, the server lets only this machine in. */
  readonly authentication: ConfigurationBotFrameworkAuthentication | undefined;
  /** Who signs what Teams sends. */
  readonly channelIssuer: string;
  /** Lower-cased ids; in local mode an empty list lets every tenant in. */
  readonly allowedTenants: readonly string[];
  readonly allowedServiceHosts: readonly string[];
}

/** What the SDK says of whoever showed a good token; a turn is run for them. */
export type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

export type Admission =
  /** Without a caller no token was asked for. */
  | { readonly admitted: true; readonly caller?: Caller }
  | { readonly admitted: false; readonly status: 401 | 403 | 503; readonly why: string };

/** The keys are fetched inside this; a fetch that hangs must not hold the request. */
const longestCheckMs = 8_000;

/** Decides, before the SDK runs anything, whether an activity is from Teams and for us. */
export const createGate = (parts: GateParts) => ({
  async admit(activity: InboundActivity, authorization: string): Promise<Admission> {
    const token =
      parts.authentication && (await checkToken(parts, parts.authentication, activity, authorization));
    if (token !== undefined && !token.admitted) return token;
    const origin = checkOrigin(parts, activity);
    return origin.admitted && token !== undefined ? token : origin;
  },
});

const refused = (status: 401 | 403 | 503, why: string): Admission => ({ admitted: false, status, why });

const checkToken = async (
  { channelIssuer }: GateParts,
  authentication: ConfigurationBotFrameworkAuthentication,
  activity: InboundActivity,
  authorization: string,
): Promise<Admission> => {
  if (!/^Bearer \S+$/.test(authorization)) return refused(401, 'no token');
  if (activity.channelId !== 'msteams') return refused(401, 'no key is endorsed for this channel');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, longestCheckMs, 'late');
  });
  try {
    const checked = await Promise.race([
      authentication.authenticateRequest(activity as unknown as Activity, authorization),
      late,
    ]);
    if (checked === 'late') return refused(503, 'the signing keys did not arrive in time');
    // The SDK also takes tokens the Emulator asks Entra ID for, and those do not name a service URL.
    const issuer = checked.claimsIdentity.getClaimValue('iss');
    return issuer === channelIssuer
      ? { admitted: true, caller: checked }
      : refused(401, 'not issued by the channel');
  } catch (error) {
    return keysAreOutOfReach(error)
      ? refused(503, 'the signing keys are out of reach')
      : refused(401, error instanceof Error ? error.message : 'token refused');
  } finally {
    clearTimeout(timer);
  }
};

/** The SDK answers a wrong signature and an unreachable key server alike; only the latter is not the token's fault. */
const keysAreOutOfReach = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'FetchError' ||
    ('statusCode' in error && typeof error.statusCode === 'number' && error.statusCode >= 500));

/** The token names the channel, not the organisation: who may speak is decided here. */
const checkOrigin = (parts: GateParts, activity: InboundActivity): Admission => {
  if (activity.channelId !== 'msteams') return refused(403, 'not a Teams activity');
  if (!isAllowedService(activity.serviceUrl, parts.allowedServiceHosts))
    return refused(403, 'service URL not allowed');
  const tenants = [tenantOf(activity), activity.channelData?.tenant?.id, activity.from.tenantId];
  if (tenants[0] === undefined) return refused(403, 'no tenant');
  const open = parts.authentication === undefined && parts.allowedTenants.length === 0;
  const foreign = tenants.some(
    (id) => id !== undefined && !open && !parts.allowedTenants.includes(id.toLowerCase()),
  );
  return foreign ? refused(403, 'tenant not allowed') : { admitted: true };
};
