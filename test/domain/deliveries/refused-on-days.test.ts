import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../../support/selling-course.ts';
import { fault } from '../../support/teams-tenant/fault.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

describe('somebody whom Teams refuses', () => {
  let office: OfficeUnderTest;
  let mei: Person;

  beforeEach(async () => {
    office = await startOffice();
    const line = participant(1, sellingCourse);
    mei = await office.person({ name: line.name, email: line.email, locale: 'en-US' });
    await office.imports([line]);
    mei.blocksBot = true;
    await office.at(t1Opens);
  });
  afterEach(() => office.close());

  const requestsTo = (person: Person): number =>
    office.tenant.log.filter(({ operation }) => operation.personMri === person.mri).length;
  const states = async (): Promise<string[]> => {
    const { deliveries, people } = office.stores;
    const [person] = await people.byEmails([mei.email]);
    const refused = await deliveries.refused(office.clock.now());
    return refused.flatMap(({ recipient, state }) =>
      'person' in recipient && recipient.person === person?.id ? [state] : [],
    );
  };

  it('is tried once on each working day and called unreachable on the third', async () => {
    expect(await states()).toEqual(['retry']);
    const first = requestsTo(mei);
    await office.at('2026-08-17T15:00+08:00');
    expect(requestsTo(mei)).toBe(first);
    await office.at('2026-08-18T09:00+08:00');
    expect(await states()).toEqual(['retry']);
    await office.at('2026-08-19T09:00+08:00');
    expect(await states()).toEqual(['unreachable']);
    const tried = requestsTo(mei);
    await office.at('2026-08-20T09:00+08:00');
    expect(requestsTo(mei)).toBe(tried);
  });

  it('gets what waits on the next working day when it was a whim of Teams', async () => {
    mei.blocksBot = false;
    await office.at('2026-08-18T09:00+08:00');
    expect(mei.chat.cards).toHaveLength(1);
    expect(await states()).toEqual([]);
  });

  it('gets what waits at once when they install the bot, even after the third day', async () => {
    await office.at('2026-08-18T09:00+08:00');
    await office.at('2026-08-19T09:00+08:00');
    mei.blocksBot = false;
    await mei.installs();
    await office.at('2026-08-19T09:05+08:00');
    expect(mei.chat.cards.filter(({ text }) => text.includes('1 of'))).toHaveLength(1);
  });

  it('is told to staff once, the next working morning, with what helps; later on asking', async () => {
    const news = () => office.staff.chat.cards.filter(({ text }) => text.includes('收不到我的消息'));
    await office.at('2026-08-17T17:00+08:00');
    expect(news()).toHaveLength(0);
    await office.at('2026-08-18T09:00+08:00');
    expect(news()).toHaveLength(0);
    await office.at('2026-08-18T09:30+08:00');
    await office.at('2026-08-18T12:00+08:00');
    expect(news()).toHaveLength(1);
    expect(news()[0]?.text).toContain(mei.name);
    expect(news()[0]?.text).toContain('解除屏蔽');
    await office.staff.says('/unreachable');
    expect(news()).toHaveLength(2);
    mei.blocksBot = false;
    await office.at('2026-08-19T09:00+08:00');
    await office.staff.says('联系不上');
    expect(office.staff.chat.texts.at(-1)).toContain('所有人都能收到');
  });

  it('is refused to whoever is not of the training staff', async () => {
    mei.blocksBot = false;
    await mei.says('/unreachable');
    expect(mei.chat.cards.some(({ text }) => text.includes('do not get my messages'))).toBe(false);
  });

  it('is no news when the service was merely busy', async () => {
    mei.blocksBot = false;
    office.tenant.faults.next(1, fault.status(503));
    await office.at('2026-08-18T09:00+08:00');
    expect(await states()).toEqual([]);
  });
});
