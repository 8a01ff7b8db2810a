import { describe, expect, it } from 'vitest';
import { callConnector, sendMessage } from '../bare-connector-client.ts';
import { startTeamsTenant } from '../teams-tenant.ts';
import { createLimits, teamsLimits } from './limits.ts';
import type { Operation } from './operation.ts';

const asked = (kind: Operation['kind'], conversationId: string): Operation => ({
  kind,
  conversationId,
  rootId: undefined,
  activityId: undefined,
  memberId: undefined,
  teamId: undefined,
  personMri: undefined,
});

describe('limits', () => {
  it('lets 7 messages a second and 8 in two into one conversation', () => {
    let now = 0;
    const limits = createLimits({ perConversation: teamsLimits.perConversation }, () => now);
    const admitted = () => limits.admit(asked('send', 'a')) === undefined;
    expect(Array.from({ length: 8 }, admitted)).toEqual([true, true, true, true, true, true, true, false]);
    now = 1000;
    expect([admitted(), admitted()]).toEqual([true, false]);
    now = 2000;
    expect(admitted()).toBe(true);
  });

  it('lets 60 messages in 30 seconds into one conversation, and says how long to wait', () => {
    let now = 0;
    const limits = createLimits({ perConversation: teamsLimits.perConversation }, () => now);
    for (let n = 0; n < 60; n += 1) {
      now = n * 400;
      expect(limits.admit(asked('send', 'a'))).toBeUndefined();
    }
    now = 60 * 400;
    expect(limits.admit(asked('send', 'a'))?.wait).toBe(6);
    expect(limits.admit(asked('send', 'b'))).toBeUndefined();
  });

  it('refills the bucket of the tenant with time, and counts everything in it', () => {
    let now = 0;
    const limits = createLimits({ perTenant: 50 }, () => now);
    const admit = (n: number) => limits.admit(asked(n % 2 ? 'create' : 'roster', `c${n}`)) === undefined;
    expect(Array.from({ length: 60 }, (_, n) => admit(n)).filter(Boolean)).toHaveLength(50);
    now = 500;
    expect(Array.from({ length: 60 }, (_, n) => admit(n)).filter(Boolean)).toHaveLength(25);
  });

  it('answers 429 with Retry-After over HTTP, unless told not to, and to no more than the limit', async () => {
    const tenant = await startTeamsTenant({ limits: { perConversation: [{ seconds: 60, max: 2 }] } });
    const mei = tenant.person({ name: 'Mei' }).alreadyInstalled();
    const answers = [1, 2, 3].map(() => sendMessage(tenant, mei.chat.id));
    const throttled = (await Promise.all(answers)).filter((answer) => answer.status === 429);
    expect(throttled.map((answer) => answer.retryAfter)).toEqual(['60']);
    tenant.limits.set({ perRoster: [{ seconds: 60, max: 1 }], retryAfter: false });
    const path = `conversations/${encodeURIComponent(mei.chat.id)}/members`;
    expect((await callConnector(tenant, 'GET', path)).status).toBe(200);
    const silent = await callConnector(tenant, 'GET', path);
    expect([silent.status, silent.retryAfter]).toEqual([429, null]);
    expect(tenant.counts.throttled).toBe(2);
    await tenant.close();
  });
});
