import type { Request, Response } from 'restify';
import { describe, expect, it } from 'vitest';
import { refuseOtherMachines } from '../../src/web/only-loopback.ts';

/** What somebody at this address, asking for this name, is answered with; undefined: let in. */
const answered = (
  remoteAddress: string | undefined,
  host: string | undefined,
  more: Record<string, string> = {},
): number | undefined => {
  const sent: number[] = [];
  const request = { socket: { remoteAddress }, headers: { host, ...more } } as unknown as Request;
  const response = { send: (status: number) => void sent.push(status) } as unknown as Response;
  let went: unknown = 'nowhere';
  refuseOtherMachines(request, response, ((where?: unknown) => {
    went = where;
  }) as Parameters<typeof refuseOtherMachines>[2]);
  // Restify goes on to the next handler unless told not to.
  expect(went).toBe(sent.length === 0 ? undefined : false);
  return sent[0];
};

describe('what only this machine may ask', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('is answered to the peer %s', (peer) => {
    expect(answered(peer, 'localhost:3978')).toBeUndefined();
  });

  it.each([
    '10.0.0.7',
    '192.168.1.5',
    '203.0.113.9',
    'fe80::1',
    '::ffff:10.0.0.7',
    '2001:db8::1',
    '12.7.0.1',
    '',
    undefined,
  ])('is refused to the peer %s, whatever name it asks for', (peer) => {
    expect(answered(peer, 'localhost:3978')).toBe(403);
    expect(answered(peer, '127.0.0.1')).toBe(403);
  });

  it.each([
    'bot.example.com',
    '127.999.1.1',
    'localhost.example.com',
    '127.0.0.1.example.com',
    '10.0.0.1',
    '',
    undefined,
  ])('is refused under the name %s, though the peer is this machine', (host) => {
    expect(answered('127.0.0.1', host)).toBe(403);
  });

  it.each([
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded',
    'x-real-ip',
    'x-original-host',
    'x-original-url',
    'x-client-ip',
    'client-ip',
    'x-cluster-client-ip',
    'fastly-client-ip',
    'fly-client-ip',
    'x-azure-clientip',
    'x-envoy-external-address',
    'x-amzn-trace-id',
    'ngrok-trace-id',
    'x-arr-log-id',
    'x-scheme',
    'cdn-loop',
    'cf-ray',
    'max-forwards',
    'proxy-connection',
    'cf-connecting-ip',
    'true-client-ip',
  ])('is refused to a proxy on this machine that says so with %s', (header) => {
    expect(answered('127.0.0.1', 'localhost', { [header]: '' })).toBe(403);
  });

  it.each(['localhost', 'LOCALHOST:80', '127.0.0.1:3978', '[::1]:3978'])('is answered under %s', (host) => {
    expect(answered('::1', host)).toBeUndefined();
  });
});
