import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/domain/issues/issue.ts';
import { roundId, type TrainingCode } from '../../src/domain/kernel/ids.ts';
import { issuesByCourse } from '../../src/store/migrations/002-issues-by-course.ts';
import { slicesOf } from '../../src/store/migrations/slices.ts';
import { byTest } from '../support/by-test.ts';
import { given } from '../support/given.ts';
import { aFinding, anIssue, aTraining, at, code, person } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('issues', () => {
  const { one, other, either, opened } = useStores();
  let courses = 0;

  /** Runs of one course that no other test knows: what their first rounds find about its pace. */
  const aCourse = () => {
    courses += 1;
    const name = `C${courses}`;
    const course = `Course ${courses}`;
    const runOf = (number: number): TrainingCode => code(`${name}-${number}`);
    const roundOf = (number: number) => roundId(runOf(number), 'T1', 1);
    const found = (number: number, changes: Partial<Issue> = {}, mean = 2.9): Issue =>
      anIssue({ course, ...changes }, { round: roundOf(number), training: runOf(number), mean });
    return { course, runOf, roundOf, found };
  };
  const stored = (id: string) =>
    opened().connection.collection<{ _id: string }>('issues').findOne({ _id: id });

  it('are raised once and listed worst first', async () => {
    const { found, roundOf, runOf } = aCourse();
    const mild = found(1, {}, 3.4);
    const bad = found(1, { key: 'clear@teacher.1', instructor: person('teacher') }, 2.1);
    await Promise.all(Array.from({ length: 6 }, (_, n) => either(n).issues.raise([mild, bad], byTest)));
    expect(await one().issues.ofRound(roundOf(1))).toEqual([bad, mild]);
    expect(await one().issues.ofRounds([roundOf(1)])).toEqual([bad, mild]);
    expect(await one().issues.ofTraining(runOf(1))).toEqual([bad, mild]);
    expect(await one().issues.byId(bad.id)).toEqual(bad);
  });

  it('go forward only, and stay so when raised again', async () => {
    const { found } = aCourse();
    const issue = found(1);
    const state = async () => (await one().issues.byId(issue.id))?.state;
    await one().issues.raise([issue], byTest);
    await one().issues.advance(issue.id, 'assigned', byTest);
    await other().issues.raise([issue], byTest);
    expect(await state()).toBe('assigned');
    await one().issues.advance(issue.id, 'done', byTest);
    await other().issues.advance(issue.id, 'assigned', byTest);
    await other().issues.raise([issue], byTest);
    expect(await state()).toBe('done');
  });

  it('gather what later rounds of the course find, open or assigned, once a round', async () => {
    const { found, roundOf, runOf } = aCourse();
    const [first, second, third] = [found(1, {}, 2.9), found(2, {}, 2.5), found(3, {}, 3.1)];
    await one().issues.raise([first], byTest);
    await Promise.all(Array.from({ length: 6 }, (_, n) => either(n).issues.raise([second], byTest)));
    await one().issues.advance(first.id, 'assigned', byTest);
    await other().issues.raise([third], byTest);
    const gathered = {
      ...first,
      evidence: [first, second, third].map(({ evidence }) => evidence[0]),
      state: 'assigned',
    };
    for (const number of [1, 2, 3]) {
      expect(await one().issues.ofRound(roundOf(number))).toEqual([gathered]);
      expect(await one().issues.ofTraining(runOf(number))).toEqual([gathered]);
    }
    expect(await one().issues.byId(second.id)).toBeUndefined();
  });

  it('are listed by the figures of the round that is asked for', async () => {
    const { found, roundOf } = aCourse();
    await one().issues.raise([found(1, { key: 'pace' }, 2), found(1, { key: 'room' }, 3)], byTest);
    await one().issues.raise([found(2, { key: 'pace' }, 3), found(2, { key: 'room' }, 2)], byTest);
    const keys = async (number: number) =>
      (await one().issues.ofRound(roundOf(number))).map(({ key }) => key);
    expect(await keys(1)).toEqual(['pace', 'room']);
    expect(await keys(2)).toEqual(['room', 'pace']);
  });

  it('are another one after the last was done', async () => {
    const { found, roundOf } = aCourse();
    await one().issues.raise([found(1)], byTest);
    await one().issues.advance(found(1).id, 'done', byTest);
    await one().issues.raise([found(2)], byTest);
    await other().issues.raise([found(1)], byTest);
    expect(
      (await one().issues.ofRounds([roundOf(1), roundOf(2)])).map(({ id, state }) => [id, state]),
    ).toEqual([
      [found(1).id, 'done'],
      [found(2).id, 'open'],
    ]);
  });

  it('about two instructors, two items or two courses are apart; a course may be typed otherwise', async () => {
    const { found, course } = aCourse();
    const rival = aCourse();
    const about = (number: number, who: string) => found(number, { key: `clear@${who}` });
    await one().issues.raise([about(1, 'ann'), about(1, 'bob'), found(1)], byTest);
    await one().issues.raise([about(2, 'bob'), { ...found(2), course: ` ${course.toUpperCase()}` }], byTest);
    await one().issues.raise([rival.found(1)], byTest);
    const evidence = async (id: string) => (await one().issues.byId(id as Issue['id']))?.evidence.length;
    expect(await evidence(about(1, 'ann').id)).toBe(1);
    expect(await evidence(about(1, 'bob').id)).toBe(2);
    expect(await evidence(found(1).id)).toBe(2);
    expect(await evidence(rival.found(1).id)).toBe(1);
  });

  it('that many rounds raise at once are one, with every round', async () => {
    const { found, roundOf } = aCourse();
    const rounds = Array.from({ length: 12 }, (_, number) => number + 1);
    await Promise.all(
      rounds.flatMap((number) =>
        [either(number), either(number + 1)].map((at) => at.issues.raise([found(number)], byTest)),
      ),
    );
    const raised = await one().issues.ofRounds(rounds.map(roundOf));
    expect(raised).toHaveLength(1);
    expect(raised[0]?.evidence.map(({ round }) => round).sort()).toEqual(rounds.map(roundOf).sort());
  });

  it('hold every finding once while they are done and raised at the same time', async () => {
    const { found, roundOf } = aCourse();
    await one().issues.raise([found(1)], byTest);
    const rounds = Array.from({ length: 10 }, (_, number) => number + 2);
    await Promise.all(
      rounds.flatMap((number) => [
        one().issues.raise([found(number)], byTest),
        other().issues.raise([found(number)], byTest),
        either(number).issues.advance(found(number - 1).id, 'done', byTest),
      ]),
    );
    const raised = await one().issues.ofRounds(rounds.map(roundOf));
    const held = raised.flatMap(({ evidence }) => evidence.map(({ round }) => round)).sort();
    expect(held).toEqual([...(held.includes(roundOf(1)) ? [roundOf(1)] : []), ...rounds.map(roundOf)].sort());
    expect(raised.filter(({ state }) => state !== 'done').length).toBeLessThanOrEqual(1);
  });

  it('keep the first finding where the version before looks for it', async () => {
    const { found, roundOf, runOf } = aCourse();
    await one().issues.raise([found(1, {}, 2.9)], byTest);
    await one().issues.raise([found(2, {}, 2.1)], byTest);
    expect(await stored(found(1).id)).toMatchObject({
      round: roundOf(1),
      training: runOf(1),
      questionnaire: 't1.1',
      key: 'pace',
      dimension: 'D3',
      rule: 'low-mean',
      n: 9,
      mean: 2.9,
      satisfaction: 0.4,
      state: 'open',
    });
  });
});

describe('issues that the version before raised', () => {
  const { one, other, opened } = useStores();
  const finding = (number: number) =>
    aFinding({ round: roundId(code(`OLD-${number}`), 'T1', 1), training: code(`OLD-${number}`) });
  const issue = (number: number): Issue => anIssue({ course: 'OLD' }, finding(number));
  const collection = () => opened().connection.collection<{ _id: string }>('issues');
  const raiseAsBefore = async (number: number, state = 'open', changes: Partial<Issue> = {}) => {
    const { id, course, key, dimension, raisedAt } = { ...issue(number), ...changes };
    const { at: _at, ...figures } = finding(number);
    await one().trainings.save(aTraining({ code: figures.training, course }), byTest);
    const record = { _id: id, ...figures, key, dimension, raisedAt, state };
    await collection().insertOne(record);
  };
  const alone = async () => void (await collection().deleteMany({}));
  const rounds = (...numbers: number[]) => numbers.map((number) => finding(number).round);

  it('read like any other', async () => {
    await alone();
    await raiseAsBefore(1);
    expect(await one().issues.byId(issue(1).id)).toEqual(issue(1));
    expect(await one().issues.ofRound(finding(1).round)).toEqual([issue(1)]);
    expect(await one().issues.ofTraining(finding(1).training)).toEqual([issue(1)]);
  });

  it('gather what is found after them', async () => {
    await alone();
    await raiseAsBefore(1, 'assigned');
    await Promise.all([one().issues.raise([issue(2)], byTest), other().issues.raise([issue(2)], byTest)]);
    expect(await one().issues.ofRounds(rounds(1, 2))).toEqual([
      { ...issue(1), state: 'assigned', evidence: [finding(1), finding(2)] },
    ]);
  });

  it('stand as they are where there were several; the oldest that is not done gathers', async () => {
    await alone();
    for (const number of [1, 2, 3]) await raiseAsBefore(number, number === 1 ? 'done' : 'open');
    await one().issues.raise([issue(4)], byTest);
    expect((await one().issues.ofRounds(rounds(1, 2, 3, 4))).map((one) => one.evidence.length)).toEqual([
      1, 2, 1,
    ]);
    await one().issues.advance(issue(2).id, 'done', byTest);
    await one().issues.raise([issue(5)], byTest);
    expect((await one().issues.byId(issue(3).id))?.evidence).toEqual([finding(3), finding(5)]);
  });

  it('gather by when they were raised, not by how they are called: the oldest that is not done', async () => {
    await alone();
    await raiseAsBefore(1, 'open', { raisedAt: at('20T00:00') });
    await raiseAsBefore(2, 'open', { raisedAt: at('18T00:00') });
    await raiseAsBefore(3, 'open', { raisedAt: at('19T00:00') });
    await one().issues.raise([issue(4)], byTest);
    expect((await one().issues.byId(issue(2).id))?.evidence.map(({ round }) => round)).toEqual(rounds(2, 4));
  });

  it('gather nothing of another item or another course, however old they are', async () => {
    await alone();
    await raiseAsBefore(1, 'open', { key: 'room', raisedAt: at('01T00:00') });
    await raiseAsBefore(2, 'open', { course: 'NEW', raisedAt: at('02T00:00') });
    await raiseAsBefore(3);
    const { db } = opened().connection;
    if (db === undefined) throw new Error('the database is not connected');
    await issuesByCourse.add?.(slicesOf(db, async () => undefined, given));
    await one().issues.raise([issue(4)], byTest);
    const gathered = [1, 2, 3].map(async (n) => (await one().issues.byId(issue(n).id))?.evidence.length);
    expect(await Promise.all(gathered)).toEqual([1, 1, 2]);
  });

  it('count once where both versions raised the same round', async () => {
    await alone();
    await one().issues.raise([issue(1)], byTest);
    await one().issues.raise([issue(2)], byTest);
    await raiseAsBefore(2);
    await one().issues.raise([issue(2)], byTest);
    expect(await one().issues.ofRounds(rounds(1, 2))).toEqual([
      { ...issue(1), evidence: [finding(1), finding(2)] },
    ]);
    await one().issues.advance(issue(2).id, 'assigned', byTest); // somebody answers for it: it cannot be left out
    expect(await one().issues.ofRounds(rounds(1, 2))).toHaveLength(2);
  });

  it('that it finishes leave their place to the next', async () => {
    await alone();
    await one().issues.raise([issue(1)], byTest);
    await collection().updateOne({ _id: issue(1).id }, { $set: { state: 'done' } });
    await one().issues.raise([issue(2)], byTest);
    expect((await one().issues.ofRounds(rounds(1, 2))).map(({ id, state }) => [id, state])).toEqual([
      [issue(1).id, 'done'],
      [issue(2).id, 'open'],
    ]);
  });
});
