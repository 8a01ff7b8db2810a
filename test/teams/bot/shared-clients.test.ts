import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { sharedClients } from '../../../src/teams/bot/shared-clients.ts';

/** Local mode's: no token is asked for, so no network is needed. */
const authentication = () => sharedClients(new ConfigurationBotFrameworkAuthentication({}));
const activity = { type: 'message', channelId: 'msteams' } as never;

describe('clients of the SDK', () => {
  it('are made once for each service address, for who speaks as for whom is written to', async () => {
    const auth = authentication();
    const { connectorFactory, audience, claimsIdentity } = await auth.authenticateRequest(activity, '');
    const first = await connectorFactory?.create('http://127.0.0.1:1/', audience);
    const factory = auth.createConnectorFactory(claimsIdentity);
    expect(await factory.create('http://127.0.0.1:1/', audience)).toBe(first);
    expect(await factory.create('http://127.0.0.1:2/', audience)).not.toBe(first);
    expect(await factory.create('http://127.0.0.1:1/', 'somebody-else')).not.toBe(first);
    expect(await auth.createUserTokenClient(claimsIdentity)).toBe(
      await auth.createUserTokenClient(claimsIdentity),
    );
  });

  it('are forgotten one by one when there are many addresses', async () => {
    const auth = authentication();
    const { connectorFactory } = await auth.authenticateRequest(activity, '');
    const at = (port: number) => connectorFactory?.create(`http://127.0.0.1:${port}/`, '');
    const first = await at(1);
    for (let port = 2; port <= 60; port += 1) await at(port);
    expect(await at(60)).toBe(await at(60));
    expect(await at(1)).not.toBe(first);
  });

  it('leave the decision about a token to the authentication itself', async () => {
    const refusing = new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: 'an-app' });
    await expect(sharedClients(refusing).authenticateRequest(activity, '')).rejects.toThrow(/Unauthorized/);
  });
});
