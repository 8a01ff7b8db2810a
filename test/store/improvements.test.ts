import { describe, expect, it } from 'vitest';
import type { Improvement } from '../../src/domain/improvements/improvement.ts';
import type { ImprovementId } from '../../src/domain/kernel/ids.ts';
import { byTest } from '../support/by-test.ts';
import { anImprovement, anIssue, at, person } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('improvements', () => {
  const { one, other, either } = useStores();
  const assigned = (name: string, changes: Partial<Improvement> = {}) =>
    one().improvements.assign(
      anImprovement({ id: name as ImprovementId, issue: anIssue({ key: name }).id, ...changes }),
      byTest,
    );
  const by = person('owner');

  it('are one per issue, however many assign it at once', async () => {
    const issue = anIssue({ key: 'race' }).id;
    const racing = Array.from({ length: 20 }, (_, n) =>
      either(n).improvements.assign(
        anImprovement({ id: `race-${n}` as ImprovementId, issue, measure: `M${n}` }),
        byTest,
      ),
    );
    const [first, ...others] = await Promise.all(racing);
    for (const improvement of others) expect(improvement).toEqual(first);
    expect(await one().improvements.ofIssue(issue)).toEqual(first);
    expect(await one().improvements.ofIssues([anIssue({ key: 'other' }).id, issue])).toEqual([first]);
  });

  it('go forward step by step; the same step twice is one', async () => {
    const { id } = await assigned('steps');
    const started = { at: at('18T01:00'), by, state: 'started' } as const;
    await Promise.all([
      one().improvements.step(id, started, byTest),
      other().improvements.step(id, { ...started, at: at('18T01:01') }, byTest),
    ]);
    const note = { at: at('19T01:00'), by, state: 'started', comment: '已预约会议室' } as const;
    const done = { at: at('20T01:00'), by, state: 'done' } as const;
    await one().improvements.step(id, note, byTest);
    expect((await one().improvements.step(id, done, byTest)).state).toBe('done');
    const late = await other().improvements.step(
      id,
      {
        at: at('21T01:00'),
        by,
        state: 'started',
        comment: 'late',
      },
      byTest,
    );
    expect(late.state).toBe('done');
    expect(late.steps.map(({ state, comment }) => [state, comment])).toEqual([
      ['started', undefined],
      ['started', '已预约会议室'],
      ['done', undefined],
    ]);
    expect(await one().improvements.byId(id)).toEqual(late);
  });

  it('that are not there are refused', async () => {
    const step = { at: at('18T01:00'), by, state: 'started' } as const;
    await expect(one().improvements.step('none' as ImprovementId, step, byTest)).rejects.toMatchObject({
      code: 'unknown-improvement',
    });
  });

  it('are reminded from their due date on, unless done, as often as asked', async () => {
    const { id, owner } = await assigned('due', { owner: person('due-owner'), dueDate: '2026-02-10' });
    const due = async (date: string, times = 1) =>
      (await one().improvements.toRemind(date, times)).map((i) => i.id);
    expect(await due('2026-02-09')).toEqual([]);
    expect(await due('2026-02-10')).toEqual([id]);
    expect(await one().improvements.nextDueDate('2026-02-09')).toBe('2026-02-10');
    expect(await one().improvements.nextDueDate('2026-02-10')).not.toBe('2026-02-10');
    await one().improvements.markReminded(id, 1);
    await other().improvements.markReminded(id, 0);
    expect(await due('2026-02-11')).toEqual([]);
    expect(await due('2026-02-11', 2)).toEqual([id]);
    await one().improvements.step(id, { at: at('20T01:00'), by: owner, state: 'done' }, byTest);
    expect(await due('2026-02-11', 2)).toEqual([]);
    expect((await one().improvements.ownedBy(owner)).map((improvement) => improvement.id)).toEqual([id]);
  });

  it('are recent by their last step', async () => {
    const { id: earlier } = await assigned('earlier', { assignedAt: at('22T01:00') });
    const { id: later, round } = await assigned('later', { assignedAt: at('23T01:00') });
    const order = async () => (await one().improvements.recent()).map(({ id }) => id).slice(0, 2);
    expect(await order()).toEqual([later, earlier]);
    await one().improvements.step(earlier, { at: at('24T01:00'), by, state: 'started' }, byTest);
    expect(await order()).toEqual([earlier, later]);
    expect((await one().improvements.ofRounds([round])).map(({ id }) => id)).toContain(earlier);
  });
});
