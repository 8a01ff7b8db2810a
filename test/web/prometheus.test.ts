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
    text = await (await fetch(`${office.running.url}/metrics`)).text();
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

  it('are shown under a name of this machine only', async () => {
    const { request } = await import('node:http');
    const { hostname, port } = new URL(office.running.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ hostname, port, path: '/metrics', headers: { host: 'bot.contoso.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
