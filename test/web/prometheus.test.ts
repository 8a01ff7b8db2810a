import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../support/selling-course.ts';
import { fault } from '../support/teams-tenant/fault.ts';

describe('the figures for whoever runs the product', () => {
  let office: OfficeUnderTest;
  let text = '';
  beforeAll(async () => {
    office = await startOffice();
    const lines = [1, 2, 3, 4].map((number) => participant(number, sellingCourse));
    for (const { name, email } of lines) await office.person({ name, email });
    await office.imports(lines);
    office.tenant.faults.next(1, fault.status(503), { operation: 'send' });
    office.tenant.faults.next(1, fault.refuse('ConversationBlockedByUser'), { operation: 'send' });
    await office.at(t1Opens);
    text = await (await fetch(`${office.running.metricsUrl}/metrics`)).text();
  });
  afterAll(() => office.close());

  it('count deliveries by what came of them and why', () => {
    expect(text).toMatch(/follow_up_deliveries_total\{outcome="delivered",why="invitation"\} 2/);
    expect(text).toMatch(/follow_up_deliveries_total\{outcome="retried",why="service-busy"\} 1/);
    expect(text).toMatch(/follow_up_deliveries_total\{outcome="refused",why="blocked-by-recipient"\} 1/);
  });

  it('tell what is due, since when, and how long the product’s own work took', () => {
    expect(text).toMatch(/^follow_up_queue_due \d+$/m);
    expect(text).toMatch(/^follow_up_queue_age_seconds \d/m);
  });

  it('name nobody and nothing that was said', () => {
    for (const word of ['@', 'example.com', 'Selling']) expect(text).not.toContain(word);
  });

  const status = (
    url: string | undefined,
    headers: Record<string, string> = {},
  ): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(`${url}/metrics`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('are shown under a name of this machine only', async () => {
    expect(await status(office.running.metricsUrl, { host: 'bot.contoso.example' })).toBe(403);
  });

  it.each([
    ['X-Forwarded-For', '203.0.113.9'],
    ['X-Forwarded-Proto', 'https'],
    ['Forwarded', 'for=203.0.113.9'],
    ['Via', '1.1 proxy'],
    ['X-Real-IP', '203.0.113.9'],
  ])('are shown to no proxy that says so with %s, whatever host it names', async (name, value) => {
    expect(await status(office.running.metricsUrl, { host: 'localhost', [name]: value })).toBe(403);
  });

  it('are not where the bot’s endpoint is, whoever asks', async () => {
    expect(await status(office.running.url, { host: 'localhost' })).toBe(404);
  });

  it('listen on this machine alone, wherever the bot listens', () => {
    expect(new URL(office.running.metricsUrl ?? '').hostname).toBe('127.0.0.1');
  });
});
