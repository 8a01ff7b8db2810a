import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/domain/kernel/address.ts';
import type { PersonId } from '../../src/domain/kernel/ids.ts';
import { byTest, byTestAt } from '../support/by-test.ts';
import { aRound, at, aVisit, code, person } from './samples.ts';
import { useStores } from './two-processes.ts';

const day = (text: string): string => `2026-03-${text}`;
const answered = (recordedBy: PersonId, channel: Channel = 'teams', pagesSaved = 4) => ({
  channel,
  recordedBy,
  pagesSaved,
});

describe('visits', () => {
  const { one, other, either, opened: whole } = useStores();
  const opened = async (name: string) => {
    const visit = aVisit({ person: person(name) });
    await one().visits.open([visit]);
    return visit;
  };

  it('opens a visit once and leaves one that exists as it is', async () => {
    const visit = await opened('once');
    await one().visits.markStarted(visit.id, at('04T02:00'), 1, 1);
    await Promise.all(Array.from({ length: 6 }, (_, n) => either(n).visits.open([visit, visit])));
    expect(await other().visits.byId(visit.id)).toEqual({
      ...visit,
      state: 'started',
      startedOn: day('04'),
      page: 1,
      pagesSaved: 1,
    });
  });

  it('keeps no manager for who has none', async () => {
    const { manager, ...visit } = aVisit({ person: person('own-boss') });
    await one().visits.open([visit]);
    expect(await one().visits.byId(visit.id)).toEqual(visit);
  });

  it('remembers where a started visit was left, and when it was started first', async () => {
    const { id } = await opened('pages');
    await one().visits.markStarted(id, at('04T02:00'), 1, 1);
    await one().visits.markStarted(id, at('05T02:00'), 2, 2);
    expect(await one().visits.byId(id)).toMatchObject({ startedOn: day('04'), page: 2 });
    await one().visits.rememberPage(id, 0);
    expect((await one().visits.byId(id))?.page).toBe(0);
  });

  it('moves visits on side by side, each its own way', async () => {
    const [a, b, c] = await Promise.all(['side-a', 'side-b', 'side-c'].map(opened));
    if (a === undefined || b === undefined || c === undefined) return expect.fail();
    await one().visits.markDeclined(c.id, byTestAt(at('04T01:00')));
    await Promise.all([
      one().visits.markStarted(a.id, at('04T02:00'), 1, 1),
      one().visits.markStarted(b.id, at('04T03:00'), 2, 2),
      one().visits.markAnswered(b.id, at('04T03:30'), answered(b.person, 'teams')),
      one().visits.markStarted(c.id, at('04T03:50'), 1, 1),
    ]);
    expect((await other().visits.byIds([a.id, b.id, c.id])).map(({ state }) => state).toSorted()).toEqual([
      'answered',
      'declined',
      'started',
    ]);
    expect(await one().visits.byId(b.id)).toMatchObject({ startedOn: day('04'), page: 2 });
  });

  it('keeps the first day of an answer and never goes back', async () => {
    const { id, person: who } = await opened('answers');
    await one().visits.markAnswered(id, at('04T03:00'), answered(who, 'teams'));
    const before = await one().visits.byId(id);
    expect(before).toMatchObject({
      state: 'answered',
      answeredOn: day('04'),
      endedOn: day('04'),
    });
    await one().visits.markAnswered(id, at('05T03:00'), answered(who, 'web'));
    await one().visits.markStarted(id, at('05T03:00'), 4, 4);
    await one().visits.markDeclined(id, byTestAt(at('05T03:00')));
    await one().visits.markExcused(id, 'on-leave', byTestAt(at('05T03:00')));
    await one().visits.keepQuiet(id, at('09T01:00'));
    expect(await one().visits.byId(id)).toEqual(before);
  });

  it('keeps of a moment its day where the organisation is, and nothing else', async () => {
    const { id, person: who } = await opened('late at night');
    await one().visits.markStarted(id, at('04T15:59'), 1, 1);
    await one().visits.markAnswered(id, at('04T16:00'), answered(who));
    const [started, ended] = [day('04'), day('05')];
    expect(await one().visits.byId(id)).toMatchObject({
      startedOn: started,
      answeredOn: ended,
      endedOn: ended,
    });
    const record = await whole().connection.collection<{ _id: string }>('visits').findOne({ _id: id });
    const dates = Object.entries(record ?? {}).filter(
      ([, value]: [string, unknown]) => value instanceof Date,
    );
    expect(dates.map(([name]) => name).toSorted()).toEqual(['dueAt', 'openedAt']);
  });

  it('follows changes of an answer, and of nothing else', async () => {
    const { id, person: who } = await opened('changes');
    await one().visits.markChanged(id, 5);
    expect((await one().visits.byId(id))?.pagesSaved).toBeUndefined();
    await one().visits.markAnswered(id, at('04T03:00'), answered(who));
    await one().visits.markChanged(id, 5);
    expect(await one().visits.byId(id)).toMatchObject({ state: 'answered', pagesSaved: 5 });
  });

  it('ends a visit in exactly one state when two ends race', async () => {
    const { id, person: who } = await opened('two-ends');
    await Promise.all([
      one().visits.markAnswered(id, at('04T03:00'), answered(who, 'teams')),
      other().visits.markExcused(id, 'on-leave', byTestAt(at('04T03:00'))),
    ]);
    const visit = await one().visits.byId(id);
    expect(visit?.state === 'answered' ? visit.excuse : visit?.answeredOn).toBeUndefined();
    expect(['answered', 'excused']).toContain(visit?.state);
  });

  it('excuses who did not attend even after an answer, in whichever order the two arrive', async () => {
    const { id, person: who } = await opened('not-there');
    const answer = () => one().visits.markAnswered(id, at('04T03:00'), answered(who, 'teams'));
    await answer();
    await one().visits.markExcused(id, 'did-not-attend', byTestAt(at('05T03:00')));
    await one().visits.markExcused(id, 'did-not-attend', byTestAt(at('06T03:00')));
    await answer();
    const visit = await one().visits.byId(id);
    expect(visit).toMatchObject({ state: 'excused', excuse: 'did-not-attend', endedOn: day('05') });
    expect([visit?.answeredOn, visit?.channel, visit?.recordedBy]).toEqual([undefined, undefined, undefined]);
  });

  it('takes an excuse back to where the visit was, but only one of the kind that is meant', async () => {
    const byThemselves = ['did-not-attend', 'on-leave'] as const;
    const fresh = await opened('back-to-due');
    await one().visits.markExcused(fresh.id, 'on-leave', byTestAt(at('04T02:00')));
    await one().visits.reinstate(fresh.id, byThemselves, byTest);
    await other().visits.reinstate(fresh.id, byThemselves, byTest);
    expect(await one().visits.byId(fresh.id)).toEqual(fresh);

    const begun = await opened('back-to-started');
    await one().visits.markStarted(begun.id, at('04T02:00'), 2, 2);
    await one().visits.markExcused(begun.id, 'did-not-attend', byTestAt(at('04T03:00')));
    await one().visits.reinstate(begun.id, byThemselves, byTest);
    const started = { state: 'started', startedOn: day('04'), page: 2, pagesSaved: 2 } as const;
    expect(await one().visits.byId(begun.id)).toEqual({ ...begun, ...started, absencesTakenBack: 1 });

    const left = await opened('withdrawn');
    await one().visits.markExcused(left.id, 'withdrawn', byTestAt(at('04T02:00')));
    await one().visits.reinstate(left.id, byThemselves, byTest);
    expect((await one().visits.byId(left.id))?.state).toBe('excused');
    await one().visits.reinstate(left.id, ['withdrawn'], byTest);
    expect(await one().visits.byId(left.id)).toEqual({ ...left, changes: 2 });
  });

  it('counts nobody who withdrew, whatever their visit had come to; as it stood when they are back', async () => {
    const who = await opened('was-answered');
    await one().visits.markStarted(who.id, at('03T03:00'), 1, 1);
    await one().visits.markAnswered(who.id, at('04T03:00'), answered(who.person));
    const away = await opened('was-excused');
    await one().visits.markExcused(away.id, 'on-leave', byTestAt(at('04T03:00')));
    const silent = await opened('was-declined');
    await one().visits.markDeclined(silent.id, byTestAt(at('04T03:00')));
    for (const { id } of [who, away, silent]) {
      const before = await one().visits.byId(id);
      await one().visits.markExcused(id, 'withdrawn', byTestAt(at('05T03:00')));
      await other().visits.markExcused(id, 'withdrawn', byTestAt(at('06T03:00')));
      const gone = await one().visits.byId(id);
      expect(gone).toMatchObject({ state: 'excused', excuse: 'withdrawn', endedOn: day('05') });
      expect(gone?.answeredOn).toBeUndefined();
      await one().visits.markAnswered(id, at('06T04:00'), answered(who.person));
      await one().visits.reinstate(id, ['withdrawn'], byTest);
      await other().visits.reinstate(id, ['withdrawn'], byTest);
      expect(await one().visits.byId(id)).toEqual({ ...before, changes: 2 });
    }
  });

  it('hears of an excuse that is taken back while its person is withdrawn', async () => {
    const { id } = await opened('back-twice');
    await one().visits.markExcused(id, 'left', byTestAt(at('04T03:00')));
    await one().visits.markExcused(id, 'withdrawn', byTestAt(at('05T03:00')));
    await one().visits.reinstate(id, ['left'], byTest);
    expect(await one().visits.byId(id)).toMatchObject({ state: 'excused', excuse: 'withdrawn' });
    await one().visits.reinstate(id, ['withdrawn'], byTest);
    expect((await one().visits.byId(id))?.state).toBe('due');
  });

  it('counts how often an absence was taken back, withdrawn meanwhile or not, and nothing else', async () => {
    const { id } = await opened('absent-twice');
    const absence = ['did-not-attend'] as const;
    const count = async () => (await one().visits.byId(id))?.absencesTakenBack;
    await one().visits.reinstate(id, absence, byTest);
    expect(await count()).toBeUndefined();
    for (const meanwhile of [false, true]) {
      await one().visits.markExcused(id, 'did-not-attend', byTest);
      if (meanwhile) await one().visits.markExcused(id, 'withdrawn', byTest);
      await one().visits.reinstate(id, absence, byTest);
      await other().visits.reinstate(id, absence, byTest);
    }
    await one().visits.reinstate(id, ['withdrawn'], byTest);
    await one().visits.markExcused(id, 'on-leave', byTest);
    await one().visits.reinstate(id, ['on-leave'], byTest);
    expect(await count()).toBe(2);
  });

  it('takes an answer that was on its way while the round closed', async () => {
    const round = aRound({ training: code('LAST-MOMENT') }).id;
    const { id } = aVisit({ round, person: person('late') });
    await one().visits.open([aVisit({ round, person: person('late') })]);
    await one().visits.expire(round, at('16T16:00'));
    expect((await one().visits.byId(id))?.state).toBe('expired');
    await other().visits.markAnswered(id, at('16T16:01'), answered(person('late')));
    expect((await one().visits.byId(id))?.state).toBe('answered');
  });

  it('lets a person be quiet until later, and change that', async () => {
    const { id } = await opened('quiet');
    await one().visits.keepQuiet(id, at('12T01:00'));
    await one().visits.keepQuiet(id, at('10T01:00'));
    expect((await one().visits.byId(id))?.quietUntil).toEqual(at('10T01:00'));
  });

  it('counts a round by state and expires only what is unfinished', async () => {
    const round = aRound({ training: code('COUNT') }).id;
    const visits = ['a', 'b', 'c', 'd'].map((name) => aVisit({ round, person: person(name) }));
    await one().visits.open(visits);
    const [a, b] = visits;
    if (a === undefined || b === undefined) throw new Error('four visits were made');
    await one().visits.markStarted(a.id, at('04T02:00'), 1, 1);
    await one().visits.markDeclined(b.id, byTestAt(at('04T02:00')));
    const none = { due: 0, started: 0, answered: 0, declined: 0, excused: 0, expired: 0 };
    expect(await one().visits.countByState(round)).toEqual({ ...none, due: 2, started: 1, declined: 1 });
    await one().visits.expire(round, at('16T16:00'));
    await other().visits.expire(round, at('17T16:00'));
    expect(await one().visits.countByState(round)).toEqual({ ...none, expired: 3, declined: 1 });
    expect((await one().visits.byId(a.id))?.endedOn).toEqual(day('17'));
    expect(await one().visits.ofRound(round)).toHaveLength(4);
    expect(await one().visits.ofRounds([round])).toHaveLength(4);
    expect(await one().visits.byIds([a.id, b.id])).toHaveLength(2);
  });

  it("lists a person's unfinished visits, the most urgent first", async () => {
    const who = person('busy');
    const late = aVisit({ round: aRound({ training: code('L1') }).id, person: who, dueAt: at('20T16:00') });
    const soon = aVisit({ round: aRound({ training: code('L2') }).id, person: who, dueAt: at('10T16:00') });
    const over = aVisit({ round: aRound({ training: code('L3') }).id, person: who });
    await one().visits.open([late, soon, over]);
    await one().visits.markDeclined(over.id, byTestAt(at('04T02:00')));
    expect(await one().visits.unfinishedOf(who)).toEqual([soon, late]);
  });
});
