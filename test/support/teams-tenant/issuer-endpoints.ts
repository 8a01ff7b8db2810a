import type { HttpAnswer, HttpRequest } from './http-server.ts';
import { botFrameworkIssuer, type TokenIssuer } from './token-issuer.ts';

/** The OpenID metadata, the key set and the token endpoint. `path` is below `base`. */
export async function answerAsIssuer(
  issuer: TokenIssuer,
  settings: { base: string; appId: string },
  path: string,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const metadata = (keys: string) => ({
    status: 200,
    body: {
      issuer: botFrameworkIssuer,
      jwks_uri: `${settings.base}/${keys}`,
      token_endpoint: `${settings.base}/oauth2/v2.0/token`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    },
  });
  if (path === '/.well-known/openidconfiguration') return metadata('keys');
  if (path === '/keys') return { status: 200, body: issuer.keySet() };
  if (path === '/emulator/.well-known/openid-configuration') return metadata('emulator/keys');
  if (path === '/emulator/keys') return { status: 200, body: { keys: [] } }; // nobody speaks for the emulator here
  if (path.endsWith('/oauth2/v2.0/token') && request.method === 'POST') {
    const asked = new URLSearchParams(request.body);
    if (asked.get('client_id') !== settings.appId || !asked.get('client_secret')) {
      return { status: 401, body: { error: 'invalid_client' } };
    }
    const token = await issuer.issueToBot(settings.appId);
    return { status: 200, body: { token_type: 'Bearer', expires_in: 86_400, access_token: token } };
  }
  return { status: 404 };
}
