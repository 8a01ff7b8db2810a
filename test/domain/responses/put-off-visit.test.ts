import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VisitId } from '../../../src/domain/kernel/ids.ts';
import {
  answerLater,
  didNotAttend,
  onLeave,
  takeBackExcuse,
} from '../../../src/domain/responses/put-off-visit.ts';
import { rating } from '../../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { pressPage } from '../../support/press-pages.ts';
import { roundOf } from '../../support/round-of.ts';
import { allAnswer, openCourse, t1Over } from '../../support/selling-course.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

const zone = 'Asia/Shanghai';

describe('putting a questionnaire off', () => {
  let office: OfficeUnderTest;
  let trainee: Person;
  let visit: VisitId;
  beforeEach(async () => {
    office = await startOffice();
    const [only] = await openCourse(office, 1);
    if (only === undefined) throw new Error('nobody');
    trainee = only;
    const [own] = (await roundOf(office)).visits;
    if (own === undefined) throw new Error('no visit');
    visit = own.id;
  });
  afterEach(async () => {
    await office?.close();
  });

  const person = async () => {
    const [known] = await office.stores.people.byEmails([trainee.email]);
    if (known === undefined) throw new Error('nobody');
    return known.id;
  };
  const ledger = async () => (await roundOf(office)).visits[0];
  const said = async () => (await roundOf(office)).responses[0];
  const closed = { code: 'round-closed' };

  it('"I did not attend" withdraws what was said before the ledger excuses; taken back, it stands again', async () => {
    await pressPage(trainee, trainee.chat.lastCard());
    await didNotAttend(office.running.deps, await person(), visit);
    expect(await said()).toMatchObject({ withdrawn: true, revisions: [{ page: 'content' }] });
    expect(await ledger()).toMatchObject({ state: 'excused', excuse: 'did-not-attend' });
    await takeBackExcuse(office.running.deps, await person(), visit);
    expect(await said()).toMatchObject({ withdrawn: false, revisions: [{ page: 'content' }] });
    expect((await ledger())?.state).toBe('started');
  });

  it('what was handed in and withdrawn counts in no result; taken back, it counts', async () => {
    await allAnswer([trainee], rating(4));
    await didNotAttend(office.running.deps, await person(), visit);
    await takeBackExcuse(office.running.deps, await person(), visit);
    expect((await ledger())?.state).toBe('answered');
    await didNotAttend(office.running.deps, await person(), visit);
    await office.at(t1Over);
    const { round } = await roundOf(office);
    expect((await office.stores.results.ofRound(round.id))?.whole).toMatchObject({
      items: {},
      completion: { answered: 0, excused: 1 },
    });
  });

  it('nothing can be put off or taken back when the due day is over', async () => {
    await didNotAttend(office.running.deps, await person(), visit);
    office.clock.time = new Date('2026-08-29T00:00+08:00');
    const { deps } = office.running;
    await expect(takeBackExcuse(deps, await person(), visit)).rejects.toMatchObject(closed);
    await expect(didNotAttend(deps, await person(), visit)).rejects.toMatchObject(closed);
    await expect(answerLater(deps, await person(), visit, zone)).rejects.toMatchObject(closed);
    await expect(onLeave(deps, await person(), visit, '2026-08-30', zone)).rejects.toMatchObject(closed);
  });

  it('a leave excuses only who comes back after the last working moment of the window', async () => {
    const { deps } = office.running;
    // Due at the end of Friday 28 August.
    expect(await onLeave(deps, await person(), visit, '2026-08-26', zone)).toMatchObject({
      kind: 'quiet',
      until: new Date('2026-08-27T09:00+08:00'),
    });
    expect((await ledger())?.state).toBe('due');
    expect((await onLeave(deps, await person(), visit, '2026-08-28', zone)).kind).toBe('excused');
    expect(await ledger()).toMatchObject({ state: 'excused', excuse: 'on-leave' });
  });

  it('whoever comes back is asked again on the morning of that day, and not before', async () => {
    const before = trainee.chat.cards.length;
    await onLeave(office.running.deps, await person(), visit, '2026-08-25', zone);
    await office.at('2026-08-25T09:00+08:00');
    expect(trainee.chat.cards.length).toBe(before);
    await office.at('2026-08-26T09:00+08:00');
    expect(trainee.chat.cards.length).toBe(before + 1);
  });
});
