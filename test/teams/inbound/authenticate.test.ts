import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboundActivity } from '../../../src/teams/inbound/activity-shape.ts';
import { createGate } from '../../../src/teams/inbound/authenticate.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const serviceUrl = 'http://127.0.0.1:1/teams/';
const activity = inboundActivity.parse({
  type: 'message',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:a', aadObjectId: 'a' },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a', tenantId: 'Our-Tenant' },
});

describe('the gate', () => {
  let keys: Server;
  let sign: (claims: JWTPayload) => Promise<string>;
  let admit: (authorization: string) => ReturnType<ReturnType<typeof createGate>['admit']>;

  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = {
      ...(await exportJWK(publicKey)),
      kid: 'key',
      use: 'sig',
      alg: 'RS256',
      endorsements: ['msteams'],
    };
    keys = createServer((request, response) => {
      const origin = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
      const document = { jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
      response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : document));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/openid`;
    const channelIssuer = 'https://api.botframework.com';
    const authentication = new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: appId,
      ToBotFromChannelOpenIdMetadataUrl: url,
      ToBotFromEmulatorOpenIdMetadataUrl: url,
      ToBotFromChannelTokenIssuer: channelIssuer,
      ToChannelFromBotOAuthScope: channelIssuer,
      ToChannelFromBotLoginUrl: url,
      OAuthUrl: url,
      ValidateAuthority: 'true',
    });
    const gate = createGate({
      authentication,
      channelIssuer,
      allowedTenants: ['our-tenant'],
      allowedServiceHosts: ['127.0.0.1'],
    });
    admit = (authorization) => gate.admit(activity, authorization);
    sign = (claims) =>
      new SignJWT({ aud: appId, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'key' })
        .setExpirationTime('1h')
        .sign(privateKey);
  });
  afterAll(() => new Promise((resolve) => keys.close(resolve)));

  it('admits what the channel signed, whatever the case of the tenant', async () => {
    const token = await sign({ iss: 'https://api.botframework.com', serviceurl: serviceUrl });
    expect(await admit(`Bearer ${token}`)).toMatchObject({
      admitted: true,
      caller: { audience: 'https://api.botframework.com' },
    });
  });

  it('refuses a token the SDK would take from its Emulator, for it names no service URL', async () => {
    const iss = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
    const token = await sign({ iss, ver: '1.0', appid: appId });
    expect(await admit(`Bearer ${token}`)).toMatchObject({ status: 401, why: 'not issued by the channel' });
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic abc',
    'bearer x',
    'Bearer a b',
    'Bearer x',
    'Bearer a.b.c',
    'Bearer ..',
  ])('refuses the header "%s"', async (authorization) => {
    expect(await admit(authorization)).toMatchObject({ admitted: false, status: 401 });
  });
});
