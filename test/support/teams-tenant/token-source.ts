import { botFrameworkIssuer, type TokenClaims, type TokenIssuer } from './token-issuer.ts';

/** The tokens Teams shows to the bot. */
export interface TokenSource {
  /** One that is right in everything; kept for some minutes, as the real channel does. */
  valid(): Promise<string>;
  /** One with some claims or the key wrong. */
  faulty(claims: Partial<TokenClaims>, by?: 'wrong key' | 'unknown key'): Promise<string>;
}

const lifetime = 3600;
const renewAfter = 600;

export function createTokenSource(
  issuer: TokenIssuer,
  settings: { appId: string; serviceUrl: () => string },
): TokenSource {
  let kept: { token: Promise<string>; until: number } | undefined;
  const seconds = () => Math.floor(Date.now() / 1000);
  const claims = (): TokenClaims => ({
    audience: settings.appId,
    issuer: botFrameworkIssuer,
    serviceUrl: settings.serviceUrl(),
    notBefore: seconds() - 60,
    expires: seconds() + lifetime,
  });
  return {
    valid() {
      if (kept === undefined || kept.until < seconds()) {
        kept = { token: issuer.sign(claims()), until: seconds() + renewAfter };
      }
      return kept.token;
    },
    faulty: (wrong, by) => issuer.sign({ ...claims(), ...wrong }, by),
  };
}
