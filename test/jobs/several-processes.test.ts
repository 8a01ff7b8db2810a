import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ticks } from '../../src/jobs/ticks.ts';
import { start } from '../../src/main.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { officeConfig } from '../support/office-config.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../support/selling-course.ts';

describe('several processes on one database', () => {
  let database: TestDatabase;
  let office: OfficeUnderTest;

  beforeEach(async () => {
    database = await openTestDatabase();
    office = await startOffice({ database: { kind: 'server', uri: database.uri, name: database.dbName } });
  });
  afterEach(async () => {
    await office.close();
    await office.tenant.close();
    await database.close();
  });

  const another = (schedule: boolean) => {
    const auth = office.tenant.botAuth();
    const place = { kind: 'server', uri: database.uri, name: database.dbName } as const;
    const config = officeConfig(auth, place, { firstStaff: office.staff.aadObjectId });
    if (config.bot.kind !== 'entra') throw new Error('a bot with an identity');
    return start(config, {
      clock: office.clock,
      closingPauseMs: 0,
      schedule,
      auth: { ...config.bot, parameters: auth.parameters, credentials: auth.credentials },
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  };
  const manyEnrolled = async (size: number) => {
    const lines = Array.from({ length: size }, (_, index) => participant(index + 1, sellingCourse));
    const people = [];
    for (const { name, email } of lines) people.push(await office.person({ name, email, locale: 'en-US' }));
    await office.imports(lines);
    return people;
  };

  it('tick at the same time and tell everybody once', async () => {
    const people = await manyEnrolled(30);
    const second = await another(false);
    office.clock.time = new Date(t1Opens);
    await Promise.all([office.running.runTicks(), second.runTicks(), office.running.runTicks()]);
    await second.runTicks();
    await second.stop();
    for (const person of people) {
      expect(person.chat.cards.filter(({ text }) => text.includes('1 of'))).toHaveLength(1);
    }
  });

  it('work by themselves, and when told to end hand over in good order: nothing is held any more', async () => {
    const people = await manyEnrolled(20);
    office.clock.time = new Date(t1Opens);
    const working = await another(true);
    await office.tenant.waitFor(() => people.some((person) => person.chat.cards.length > 0));
    await working.stop();
    // Nothing waits for a lease to run out: what the other left is taken at once.
    await office.running.runTicks();
    expect(await office.stores.deliveries.waiting(office.clock.now())).toEqual({ due: 0 });
    for (const person of people) {
      expect(person.chat.cards.filter(({ text }) => text.includes('1 of'))).toHaveLength(1);
    }
  });

  it('share what is sent: every process delivers, only one at a time does the rest', () => {
    const everywhere = ticks.filter((tick) => tick.everywhere === true).map(({ name }) => name);
    expect(everywhere).toEqual(['deliver', 'update']);
  });
});
