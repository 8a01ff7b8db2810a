import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { byTest } from '../../support/by-test.ts';
import { createLetters, type Letters } from '../../support/letters.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';
import { sellingCourse, t1Opens, t1Over } from '../../support/selling-course.ts';
import { fault } from '../../support/teams-tenant/fault.ts';
import type { Person } from '../../support/teams-tenant/person.ts';
import { type MessengerUnderTest, messengerContract } from './messenger-contract.ts';

const domain = 'contoso.example';
const mailbox = { channel: 'email', parts: { to: `training@${domain}` } } as const;
const chooseMailbox = (office: OfficeUnderTest) =>
  office.stores.departmentAddress.choose(
    { address: mailbox, name: '', chosenAt: office.clock.now() },
    byTest,
  );

const inTeams = (office: OfficeUnderTest): MessengerUnderTest => ({
  office,
  messenger: office.running.deps.messenger,
  channel: 'teams',
  settle: async ({ name, email }) => void (await office.person({ name, email })),
  settleDepartment: async () => void (await office.chooseChannel('Results')),
  arrived: () => office.tenant.sent.length,
  breakDown: () => {
    office.tenant.faults.always(fault.refuse('ServiceError'));
    return () => office.tenant.faults.clear();
  },
});

messengerContract('Teams', async () => inTeams(await startOffice()));

messengerContract('letters', async () => {
  const office = await startOffice();
  const letters = createLetters(domain);
  return {
    office,
    messenger: letters.carrier(office.stores),
    channel: 'email',
    settle: async () => undefined, // an e-mail is an address
    settleDepartment: () => chooseMailbox(office),
    arrived: () => letters.posted.length,
    breakDown: () => {
      letters.isClosed = true;
      return () => {
        letters.isClosed = false;
      };
    },
  };
});

messengerContract('both, to people of the first', async () => {
  const letters = createLetters('elsewhere.example');
  const under = inTeams(await startOffice({ parts: { carriers: (stores) => [letters.carrier(stores)] } }));
  return { ...under, arrived: () => under.arrived() + letters.posted.length };
});

describe('of two channels', () => {
  let office: OfficeUnderTest;
  let letters: Letters;
  let mei: Person;
  const withAccount = participant(1, sellingCourse);
  const without = participant(2, sellingCourse);

  beforeEach(async () => {
    letters = createLetters(domain);
    office = await startOffice({ parts: { carriers: (stores) => [letters.carrier(stores)] } });
    mei = await office.person({ name: withAccount.name, email: withAccount.email });
    await office.imports([withAccount, without]);
  });
  afterEach(() => office.close());

  const meisMessages = (): number => office.tenant.sentTo(mei).length;

  it('somebody without an account gets theirs by the second; whoever has both gets one, by the first', async () => {
    const greeted = meisMessages();
    await office.at(t1Opens);
    await office.at(t1Opens);
    expect(letters.posted).toEqual([{ to: without.email, about: 'invitation' }]);
    expect(meisMessages() - greeted).toBe(1);
    await office.staff.says('/unreachable');
    expect(office.staff.chat.texts.at(-1)).toContain('所有人都能收到');
  });

  it('the second says nothing where the first is merely busy', async () => {
    office.tenant.faults.always(fault.throttle({ retryAfter: 60 }), { person: mei });
    await office.at(t1Opens);
    expect(letters.posted.map(({ to }) => to)).toEqual([without.email]);
  });

  it('the first takes over as soon as somebody has an account', async () => {
    await office.at(t1Opens);
    const bo = await office.person({ name: without.name, email: without.email });
    const greeted = office.tenant.sentTo(bo).length;
    await office.at('2026-08-24T09:00+08:00');
    expect(letters.posted.filter(({ to }) => to === without.email)).toHaveLength(1);
    expect(office.tenant.sentTo(bo).length - greeted).toBe(1);
  });

  it('the department reads by the one whose address it chose', async () => {
    await chooseMailbox(office);
    await office.at(t1Opens);
    await office.at(t1Over);
    expect(letters.posted.filter(({ to }) => to === mailbox.parts.to)).toEqual([
      { to: mailbox.parts.to, about: 'result' },
    ]);
  });
});
