import { describe, expect, it } from 'vitest';
import { isAllowedService } from '../../../src/teams/bot/service-host.ts';

const hosts = ['smba.trafficmanager.net', 'localhost', '127.0.0.1'];

describe('the bot’s token', () => {
  it.each([
    'https://smba.trafficmanager.net/teams/',
    'https://SMBA.trafficmanager.net/emea/',
    'http://localhost:56150/_connector',
    'http://127.0.0.1:4000/teams/',
  ])('may go to %s', (url) => {
    expect(isAllowedService(url, hosts)).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net.evil.example/teams/',
    'https://evil.example/smba.trafficmanager.net',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:password@smba.trafficmanager.net/',
    'ftp://localhost/',
    'file:///etc/passwd',
    'smba.trafficmanager.net',
    '',
  ])('never goes to %s', (url) => {
    expect(isAllowedService(url, hosts)).toBe(false);
  });

  it('goes nowhere when no host is allowed', () => {
    expect(isAllowedService('https://smba.trafficmanager.net/teams/', [])).toBe(false);
  });
});
