import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';

export const botFrameworkIssuer = 'https://api.botframework.com';
export const connectorAudience = 'https://api.botframework.com';

export interface TokenClaims {
  audience: string;
  issuer: string;
  /** Left out of the token when undefined. */
  serviceUrl: string | undefined;
  /** Seconds since 1970. */
  notBefore: number;
  expires: number;
}

export interface TokenIssuer {
  /** The key set as published, the key endorsed for Teams alone. */
  keySet(): { keys: unknown[] };
  /** A token for the bot as the channel signs it; `by` chooses a key the bot must not accept. */
  sign(claims: TokenClaims, by?: 'published key' | 'wrong key' | 'unknown key'): Promise<string>;
  /** What the bot gets for its credentials, to be shown to the connector. */
  issueToBot(appId: string): Promise<string>;
  /** The app id a token was issued to; undefined for anything else than a valid token of this issuer. */
  readBotToken(token: string): Promise<string | undefined>;
}

const lifetime = 24 * 3600;

/** Signs and publishes like Microsoft's token services do, with keys of its own. */
export async function createTokenIssuer(): Promise<TokenIssuer> {
  const [published, foreign] = await Promise.all([rsaKey(), rsaKey()]);
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(published.publicKey)), kid, use: 'sig', alg: 'RS256' };
  const verified = new Map<string, string>();

  return {
    keySet: () => ({ keys: [{ ...jwk, endorsements: ['msteams'] }] }),

    sign(claims, by = 'published key') {
      const payload = claims.serviceUrl === undefined ? {} : { serviceurl: claims.serviceUrl };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: by === 'unknown key' ? randomUUID() : kid })
        .setIssuer(claims.issuer)
        .setAudience(claims.audience)
        .setNotBefore(claims.notBefore)
        .setExpirationTime(claims.expires)
        .sign(by === 'published key' ? published.privateKey : foreign.privateKey);
    },

    issueToBot(appId) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ appid: appId })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setAudience(connectorAudience)
        .setIssuedAt(now)
        .setExpirationTime(now + lifetime)
        .sign(published.privateKey);
    },

    async readBotToken(token) {
      const known = verified.get(token);
      if (known !== undefined) return known;
      try {
        const { payload } = await jwtVerify(token, published.publicKey, { audience: connectorAudience });
        const appId = typeof payload.appid === 'string' ? payload.appid : undefined;
        if (appId !== undefined) verified.set(token, appId);
        return appId;
      } catch {
        return undefined; // whatever is wrong with it, it is not a token of ours
      }
    },
  };
}

function rsaKey() {
  return generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
}
