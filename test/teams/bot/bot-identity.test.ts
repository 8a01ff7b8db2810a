import { describe, expect, it } from 'vitest';
import { identityOf } from '../../../src/teams/bot/bot-identity.ts';

const entra = {
  kind: 'entra',
  appId: '22222222-2222-4222-8222-222222222222',
  tenantId: '33333333-3333-4333-8333-333333333333',
  appType: 'SingleTenant',
  password: 'a secret',
} as const;

describe('the bot’s identity', () => {
  it('checks tokens whenever it is a real one', () => {
    expect(identityOf(entra)).toMatchObject({ checksTokens: true, botId: `28:${entra.appId}` });
    expect(identityOf({ ...entra, appType: 'UserAssignedMsi', password: '' }).checksTokens).toBe(true);
  });

  it.each(['', '  '])(
    'is never one without an app id ("%s"), for that would switch the checks off',
    (appId) => {
      expect(() => identityOf({ ...entra, appId })).toThrow('app id');
    },
  );

  it('needs its password and its tenant', () => {
    expect(() => identityOf({ ...entra, password: '' })).toThrow();
    expect(() => identityOf({ ...entra, tenantId: '' })).toThrow();
  });

  it('checks no tokens in local mode alone, which is asked for by name', () => {
    expect(identityOf({ kind: 'local' }).checksTokens).toBe(false);
  });
});
