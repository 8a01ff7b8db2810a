import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seenAs } from '../../../src/teams/bot/teams-account.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../../support/selling-course.ts';

describe('what follows from an imported training', () => {
  let office: OfficeUnderTest;
  const line = participant(1, sellingCourse);
  beforeEach(async () => {
    office = await startOffice();
    // Whoever never spoke is written to where the department's channel is.
    await office.chooseChannel('Results');
    await office.imports([line]);
  });
  afterEach(async () => {
    await office?.close();
  });

  it('staff hear of participants without an account, once', async () => {
    await office.at('2026-08-14T11:00+08:00');
    const told = () => office.staff.chat.cards.filter(({ text }) => text.includes(line.email));
    expect(told()).toHaveLength(1);
    await office.imports([line]);
    await office.at('2026-08-14T12:00+08:00');
    expect(told()).toHaveLength(1);
  });

  it('whoever is matched by it gets what could not be delivered before', async () => {
    await office.at(t1Opens);
    expect((await office.stores.deliveries.refused(office.clock.now())).length).toBeGreaterThan(0);
    // Met in another team before anybody knew whose account it is.
    const trainee = office.tenant.person({ name: line.name, email: line.email }).alreadyInstalled();
    const { tenantId, aadObjectId, mri, name, email } = trainee;
    const seen = { ...seenAs({ tenantId, aadObjectId, mri }), name, emails: [email] };
    await office.stores.accounts.saw({ ...seen, seenAt: office.clock.now() });
    await office.at('2026-08-17T09:30+08:00');
    expect(trainee.chat.cards).toEqual([]);
    await office.imports([{ ...line, title: 'Selling well, second edition' }]);
    await office.at('2026-08-17T10:00+08:00');
    expect(trainee.chat.cards).toHaveLength(1);
  });
});
