import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendWithin } from '../../../src/teams/bot/limit-policy.ts';
import { limitRequests } from '../../../src/teams/outbound/limit-requests.ts';

// The SDK's own: what fetches the signing keys, and what fetches the bot's token.
const { OpenIdMetadata } = await import('botframework-connector/lib/auth/openIdMetadata.js');
const { HttpClient } = await import(
  '../../../node_modules/@azure/msal-node/dist/network/HttpClient.mjs' as string
);

let server: Server;
let lift: () => void;
let origin: string;
const limits = { ms: 300, bytes: 100_000 };

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    if (request.url === '/never') return;
    if (request.url === '/fine') {
      response.end('{"fine":true}');
      return;
    }
    response.flushHeaders();
    const chunk = request.url === '/large' ? 'x'.repeat(50_000) : ' ';
    const timer = setInterval(() => response.write(chunk), request.url === '/large' ? 1 : 30);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  lift = limitRequests(limits);
});
afterAll(async () => {
  lift();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const plainly = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve(text));
      response.on('error', reject);
    }).on('error', reject);
  });
const clients: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  'node itself': plainly,
  'what fetches the signing keys': (url) => new OpenIdMetadata(url).getKey('any'),
  'what fetches the token': (url) => new HttpClient().sendPostRequestAsync(url, { body: 'a=b' }),
};
const ways = ['/never', '/drips', '/large'];

describe.each(Object.keys(clients))('%s', (client) => {
  it.each(ways)('does not wait for an answer that comes like this: %s', async (way) => {
    const begun = performance.now();
    await expect(clients[client]?.(`${origin}${way}`)).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

it('what answers in time is answered', async () => {
  expect(await plainly(`${origin}/fine`)).toBe('{"fine":true}');
});

describe('a request to Teams', () => {
  const request = () => ({ timeout: 0 }) as Parameters<typeof sendWithin>[0];

  it('is given up when its body does not end', async () => {
    const sent = request();
    await expect(sendWithin(sent, () => new Promise<never>(() => undefined), 50)).rejects.toThrow('too slow');
    expect(sent.abortSignal?.aborted).toBe(true);
  });

  it('is given up when its body is too large, unpacked', async () => {
    const large = (sent: ReturnType<typeof request>) => {
      sent.onDownloadProgress?.({ loadedBytes: 1001 });
      return new Promise<never>(() => undefined);
    };
    await expect(sendWithin(request(), large, 5000, 1000)).rejects.toThrow('too large');
  });
});
