import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerLater,
  didNotAttend,
  onLeave,
  takeBackExcuse,
} from '../../../src/domain/responses/put-off-visit.ts';
import { visitCard } from '../../../src/teams/cards/questionnaire/visit-card.ts';
import { orTrueState } from '../../../src/views/responses/visit-view.ts';
import { rating } from '../../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { pressPage } from '../../support/press-pages.ts';
import { roundOf } from '../../support/round-of.ts';
import { allAnswer, openCourse, t1Opens, t1Over, t2Opens } from '../../support/selling-course.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

// One story, told in order. The questionnaire is due at the end of Friday 28 August in Shanghai.

const zone = 'Asia/Shanghai';
const [auckland, losAngeles, newYork] = ['Pacific/Auckland', 'America/Los_Angeles', 'America/New_York'];
let office: OfficeUnderTest;
let trainees: readonly Person[];
beforeAll(async () => {
  office = await startOffice();
  trainees = await openCourse(office, 6);
});
afterAll(async () => {
  await office?.close();
});

/** One of them, with their visit as the ledger has it. */
const theirs = async (number: number) => {
  const trainee = trainees[number] ?? expect.fail('nobody');
  const [known] = await office.stores.people.byEmails([trainee.email]);
  const { visits, round } = await roundOf(office);
  const visit = visits.find(({ person }) => person === known?.id) ?? expect.fail('no visit');
  const { responseKeys } = office.running.deps;
  const response = responseKeys.response(visit.person, round.training, round.kind, round.occurrence);
  return {
    trainee,
    visit,
    person: visit.person,
    id: visit.id,
    said: await office.stores.responses.byId(response),
  };
};

test('"I did not attend" withdraws what was said before the ledger excuses; taken back, it stands again', async () => {
  const { trainee, person, id } = await theirs(0);
  await pressPage(trainee, trainee.chat.lastCard());
  await didNotAttend(office.running.deps, person, id);
  expect(await theirs(0)).toMatchObject({
    said: { withdrawn: true, revisions: [{ page: 'content' }] },
    visit: { state: 'excused', excuse: 'did-not-attend' },
  });
  await takeBackExcuse(office.running.deps, person, id);
  expect(await theirs(0)).toMatchObject({
    said: { withdrawn: false, revisions: [{ page: 'content' }] },
    visit: { state: 'started' },
  });
});

test('what was handed in and withdrawn is taken back as handed in', async () => {
  const { trainee, person, id } = await theirs(1);
  await allAnswer([trainee], rating(4));
  await didNotAttend(office.running.deps, person, id);
  await takeBackExcuse(office.running.deps, person, id);
  expect((await theirs(1)).visit.state).toBe('answered');
  await didNotAttend(office.running.deps, person, id);
});

test('a day is promised only in time to answer, and a reminder planned for it; only a leave to the very end excuses', async () => {
  const { deps } = office.running;
  const { person, id } = await theirs(2);
  // It ends on Saturday at four in Auckland, on Friday at nine in Los Angeles.
  const cases: readonly (readonly [now: string, lastDay: string | undefined, zone: string, right: string])[] =
    [
      ['27T10:00+08:00', undefined, zone, '28T01'],
      ['28T10:00+08:00', undefined, zone, 'no-more'],
      ['28T08:00+08:00', undefined, zone, 'no-more'],
      ['27T08:00+12:00', undefined, auckland, '27T21'],
      ['28T10:00+12:00', undefined, auckland, 'no-more'],
      ['27T10:00-04:00', undefined, newYork, '28T13'],
      ['27T10:00-07:00', undefined, losAngeles, 'no-more'],
      ['26T10:00+08:00', '26', zone, '27T01'],
      ['26T10:00+08:00', '27', zone, '28T01'],
      ['26T10:00+08:00', '28', zone, 'excused'],
      ['28T10:00+08:00', '28', zone, 'excused'],
      ['26T10:00+12:00', '28', auckland, 'no-more'],
      ['26T10:00+12:00', '29', auckland, 'excused'],
      ['26T10:00-07:00', '27', losAngeles, 'no-more'],
      ['26T10:00-07:00', '28', losAngeles, 'excused'],
    ];
  for (const [now, lastDay, where, right] of cases) {
    office.clock.time = new Date(`2026-08-${now}`);
    const put =
      lastDay === undefined
        ? await answerLater(deps, person, id, where)
        : await onLeave(deps, person, id, `2026-08-${lastDay}`, where);
    const until = put.kind === 'quiet' ? put.until : undefined;
    const came = until?.toISOString().slice('2026-08-'.length, -':00:00.000Z'.length) ?? put.kind;
    expect([now, lastDay, where, came]).toEqual([now, lastDay, where, right]);
    const { dueAt } = (await roundOf(office)).round;
    const { visit } = await theirs(2);
    expect(visit).toMatchObject(
      right === 'excused'
        ? { state: 'excused', excuse: 'on-leave' }
        : { state: 'due', quietUntil: until ?? dueAt },
    );
    const asked = { visit: id, askedFor: (until ?? dueAt).toISOString() };
    const planned = await office.stores.deliveries.about([{ kind: 'reminder', ...asked }]);
    expect(planned.map(({ notBefore }) => notBefore)).toEqual(until === undefined ? [] : [until]);
    if (right === 'excused') await takeBackExcuse(deps, person, id);
  }
  office.clock.time = new Date(t1Opens);
});

test('whoever comes back is asked again that morning and not before; who comes back too late to be asked hears no more', async () => {
  office.clock.time = new Date('2026-08-19T10:00+08:00');
  const [back, late] = [await theirs(3), await theirs(4)];
  const { deps } = office.running;
  await onLeave(deps, back.person, back.id, '2026-08-25', zone);
  expect(await onLeave(deps, late.person, late.id, '2026-08-27', losAngeles)).toMatchObject({
    kind: 'no-more',
  });
  const cards = () => [back, late].map(({ trainee }) => trainee.chat.cards.length);
  const [ofBack = 0, ofLate = 0] = cards();
  for (const day of ['21', '25']) await office.at(`2026-08-${day}T09:00+08:00`);
  expect(cards()).toEqual([ofBack, ofLate]);
  await office.at('2026-08-26T09:00+08:00');
  expect(cards()).toEqual([ofBack + 1, ofLate]);
  for (const day of ['27', '28']) await office.at(`2026-08-${day}T09:00+08:00`);
  expect(cards()[1]).toBe(ofLate);
});

test('who hears no more can answer to the end', async () => {
  office.clock.time = new Date('2026-08-28T23:00+08:00');
  const { trainee } = await theirs(4);
  await allAnswer([trainee], rating(4));
  expect((await theirs(4)).visit.state).toBe('answered');
});

test('asked for on the last day, no day is promised: the card says until when it can be answered, and goes on', async () => {
  office.clock.time = new Date('2026-08-28T10:00+08:00');
  const { trainee } = await theirs(5);
  const said = (await trainee.presses(trainee.chat.lastCard('1 of'), 'answer-later')).card ?? expect.fail();
  expect(said.text).toContain('no further reminder');
  expect(said.text).toContain('until midnight tonight, Fri 28 Aug.');
  expect(said.text).not.toContain('31 Aug');
  expect(said.text).not.toContain('saved');
  expect(said.actions.map(({ verb }) => verb)).toEqual(['open-visit']);
  expect((await trainee.presses(said, 'open-visit')).card?.text).toContain('1 of');
});

test('a leave is asked for and confirmed as one of this training, and no day is a day that was not chosen', async () => {
  office.clock.time = new Date('2026-08-20T10:00+08:00');
  const { trainee } = await theirs(5);
  const form = (await trainee.presses(trainee.chat.lastCard('1 of'), 'on-leave-open')).card ?? expect.fail();
  expect(form.text).toContain('No reminders about “Selling well');
  const again = (await trainee.presses(form, 'on-leave', { inputs: { until: '' } })).card ?? expect.fail();
  expect(again.text).toContain('Please choose the day first.');
  const away =
    (await trainee.presses(again, 'on-leave', { inputs: { until: '2026-08-21' } })).card ?? expect.fail();
  expect(away.text).toMatch(/No reminders about “Selling well.*” until Fri 21 Aug is over/);
  expect((await trainee.presses(away, 'open-visit')).card?.text).toContain('1 of');
});

test('what is filled in is said to be saved, where something is', async () => {
  const { trainee } = await theirs(0);
  const later = (await trainee.presses(trainee.chat.lastCard('1 of'), 'answer-later')).card;
  expect(later?.text).toContain('What you filled in is saved');
});

test('who takes an absence back too late hears what stands, and whom to tell', async () => {
  office.clock.time = new Date('2026-08-29T00:00+08:00');
  const { deps } = office.running;
  const { person, id } = await theirs(1);
  const shown = await orTrueState(deps, person, id, zone, async () => {
    await takeBackExcuse(deps, person, id);
    return expect.fail();
  });
  expect(shown).toMatchObject({ kind: 'closed', view: { answered: 'absent' } });
  const text = JSON.stringify(visitCard(shown, 'en'));
  expect(text).toMatch(/what is noted.*tell the training department/s);
  expect(text).not.toContain('Never mind');
});

test('nothing can be put off or taken back when the due day is over', async () => {
  office.clock.time = new Date('2026-08-29T00:00+08:00');
  const { deps } = office.running;
  const [{ person, id }, excused] = [await theirs(5), await theirs(1)];
  const closed = { code: 'round-closed' };
  await expect(takeBackExcuse(deps, excused.person, excused.id)).rejects.toMatchObject(closed);
  await expect(didNotAttend(deps, person, id)).rejects.toMatchObject(closed);
  await expect(answerLater(deps, person, id, zone)).rejects.toMatchObject(closed);
  await expect(onLeave(deps, person, id, '2026-08-30', zone)).rejects.toMatchObject(closed);
});

test('what was handed in and withdrawn counts in no result', async () => {
  await office.at(t1Over);
  const { round } = await roundOf(office);
  expect((await office.stores.results.ofRound(round.id))?.whole).toMatchObject({
    items: {},
    completion: { due: 6, answered: 1, excused: 1 },
  });
});

test('who did not attend hears nothing of the later round of that training', async () => {
  const { trainee, person } = await theirs(1);
  const before = trainee.chat.cards.length;
  await office.at(t2Opens);
  const { visits } = await roundOf(office, 'T2');
  expect(visits.find((visit) => visit.person === person)).toMatchObject({ excuse: 'did-not-attend' });
  expect(trainee.chat.cards).toHaveLength(before);
  expect(visits.filter(({ state }) => state === 'due')).toHaveLength(5);
});
