import { describe, expect, it } from 'vitest';
import { byTest, byTestAt } from '../support/by-test.ts';
import { aRound, at, code, person } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('rounds', () => {
  const { one, other, either, opened } = useStores();
  const fixed = { questionnaire: 't1.1', instructors: [{ person: person('teacher'), name: '王老师' }] };
  const alone = async (changes: Parameters<typeof aRound>[0] = {}) => {
    await opened().connection.collection('rounds').deleteMany({});
    const round = aRound(changes);
    await one().rounds.plan(round, byTest);
    return round;
  };
  const ids = (rounds: readonly { id: string }[]) => rounds.map(({ id }) => id);

  it('are planned once; a planned one takes new dates', async () => {
    const round = await alone();
    const moved = {
      ...round,
      opensAt: at('05T01:00'),
      dueAt: at('18T16:00'),
      dueDate: '2026-03-18',
      remindAt: [],
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => either(n).rounds.plan(moved, byTest)));
    expect(await one().rounds.ofTraining(round.training)).toEqual([moved]);
    expect(await one().rounds.byIds([round.id])).toEqual([moved]);
  });

  it('keep their label, and take another or none while they are planned', async () => {
    const label = { zh: '第 1 个月', en: 'Month 1' };
    const round = await alone({ label });
    expect(await other().rounds.byId(round.id)).toEqual(round);
    const { label: gone, ...unlabelled } = round;
    await other().rounds.plan(unlabelled, byTest);
    expect(await one().rounds.byId(round.id)).toEqual(unlabelled);
    await other().rounds.plan(round, byTest);
    await one().rounds.markOpen(round.id, fixed, byTest);
    await other().rounds.plan(unlabelled, byTest);
    expect((await one().rounds.byId(round.id))?.label).toEqual(gone);
  });

  it('keep their dates and what is asked once they are open', async () => {
    const round = await alone();
    await one().rounds.markOpen(round.id, fixed, byTest);
    await other().rounds.markOpen(round.id, { questionnaire: 't1.2', instructors: [] }, byTest);
    await other().rounds.plan({ ...round, dueAt: at('30T16:00') }, byTest);
    expect(await one().rounds.byId(round.id)).toEqual({ ...round, ...fixed, state: 'open' });
    expect(ids(await one().rounds.open())).toEqual([round.id]);
  });

  it('open when their window has begun, or are missed, never both', async () => {
    const round = await alone();
    expect(await one().rounds.toOpen(at('03T00:59'))).toEqual([]);
    expect(ids(await one().rounds.toOpen(at('03T01:00')))).toEqual([round.id]);
    await one().rounds.markMissed(round.id, byTest);
    await other().rounds.markOpen(round.id, fixed, byTest);
    expect((await one().rounds.byId(round.id))?.state).toBe('missed');
    expect(await one().rounds.toOpen(at('03T01:00'))).toEqual([]);
  });

  it('are reminded in order, counted forward only', async () => {
    const round = await alone();
    await one().rounds.markOpen(round.id, fixed, byTest);
    expect(await one().rounds.toRemind(at('09T00:59'))).toEqual([]);
    expect(ids(await one().rounds.toRemind(at('09T01:00')))).toEqual([round.id]);
    await one().rounds.markReminded(round.id, 1);
    expect(await one().rounds.toRemind(at('09T01:00'))).toEqual([]);
    expect(ids(await one().rounds.toRemind(at('12T01:00')))).toEqual([round.id]);
    await one().rounds.markReminded(round.id, 2);
    await other().rounds.markReminded(round.id, 1);
    expect((await one().rounds.byId(round.id))?.remindersDone).toBe(2);
    expect(await one().rounds.toRemind(at('30T01:00'))).toEqual([]);
  });

  it('close once after the due day, and are announced after that', async () => {
    const round = await alone();
    await one().rounds.markClosed(round.id, byTestAt(at('16T16:00')));
    expect((await one().rounds.byId(round.id))?.state).toBe('planned');
    await one().rounds.markOpen(round.id, fixed, byTest);
    await one().rounds.markAnnounced(round.id, 1, byTest);
    expect((await one().rounds.byId(round.id))?.announced).toBe(false);
    expect(await one().rounds.toClose(at('16T15:59'))).toEqual([]);
    expect(ids(await one().rounds.toClose(at('16T16:00')))).toEqual([round.id]);
    await one().rounds.markClosed(round.id, byTestAt(at('16T16:05')));
    await other().rounds.markClosed(round.id, byTestAt(at('17T16:00')));
    expect((await one().rounds.byId(round.id))?.closedAt).toEqual(at('16T16:05'));
    expect(ids(await one().rounds.toAnnounce())).toEqual([round.id]);
    await one().rounds.markAnnounced(round.id, 1, byTest);
    expect(await one().rounds.toAnnounce()).toEqual([]);
  });

  it('belong to the days their due date lies in, both ends included', async () => {
    const round = await alone();
    expect(ids(await one().rounds.dueBetween('2026-03-16', '2026-03-16'))).toEqual([round.id]);
    expect(await one().rounds.dueBetween('2026-03-17', '2026-03-31')).toEqual([]);
    expect(await one().rounds.dueBetween('2026-01-01', '2026-03-15')).toEqual([]);
  });

  it('tell what was ever asked, each questionnaire once for each of its meanings', async () => {
    const asked = [
      { questionnaire: 't1.1', questionnaireDigest: 'a' },
      { questionnaire: 't1.1', questionnaireDigest: 'a' },
      { questionnaire: 'own.1', questionnaireDigest: 'b' },
      { questionnaire: 'own.1', questionnaireDigest: 'c' },
      // Opened by the version before, which kept no digest.
      { questionnaire: 't2.1' },
    ];
    await alone();
    for (const [index, what] of asked.entries()) {
      const round = aRound({ training: code(`ASKED-${index}`) });
      await one().rounds.plan(round, byTest);
      await one().rounds.markOpen(round.id, { ...what, instructors: [] }, byTest);
    }
    const found = await one().rounds.questionnairesAsked();
    expect(found).toHaveLength(4);
    expect(found).toEqual(
      expect.arrayContaining([
        { questionnaire: 't1.1', digest: 'a' },
        { questionnaire: 'own.1', digest: 'b' },
        { questionnaire: 'own.1', digest: 'c' },
        { questionnaire: 't2.1' },
      ]),
    );
  });

  it('tell the next moment at which anything opens, reminds or closes', async () => {
    const round = await alone();
    await one().rounds.plan(aRound({ training: code('LATER'), opensAt: at('10T01:00') }), byTest);
    expect(await one().rounds.nextMoment(at('01T00:00'))).toEqual(at('03T01:00'));
    await one().rounds.markOpen(round.id, fixed, byTest);
    expect(await one().rounds.nextMoment(at('03T01:00'))).toEqual(at('09T01:00'));
    await one().rounds.markReminded(round.id, 1);
    expect(await one().rounds.nextMoment(at('09T01:00'))).toEqual(at('10T01:00'));
    expect(await one().rounds.nextMoment(at('10T01:00'))).toEqual(at('12T01:00'));
    await one().rounds.markReminded(round.id, 2);
    expect(await one().rounds.nextMoment(at('12T01:00'))).toEqual(at('16T16:00'));
    expect(await one().rounds.nextMoment(at('16T16:00'))).toBeUndefined();
  });
});
