import { describe, expect, it } from 'vitest';
import { anIssue, aRound, code, person } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('issues', () => {
  const { one, other, either } = useStores();

  it('are raised once and listed worst first', async () => {
    const mild = anIssue({ key: 'pace', mean: 3.4 });
    const bad = anIssue({ key: 'clear@teacher.1', mean: 2.1, instructor: person('teacher') });
    await Promise.all(Array.from({ length: 6 }, (_, n) => either(n).issues.raise([mild, bad])));
    expect(await one().issues.ofRound(mild.round)).toEqual([bad, mild]);
    expect(await one().issues.ofRounds([mild.round])).toEqual([bad, mild]);
    expect(await one().issues.ofTraining(mild.training)).toEqual([bad, mild]);
    expect(await one().issues.byId(bad.id)).toEqual(bad);
  });

  it('go forward only, and stay so when raised again', async () => {
    const issue = anIssue({ round: aRound({ training: code('FORWARD') }).id });
    const state = async () => (await one().issues.byId(issue.id))?.state;
    await one().issues.raise([issue]);
    await one().issues.advance(issue.id, 'assigned');
    await other().issues.raise([issue]);
    expect(await state()).toBe('assigned');
    await one().issues.advance(issue.id, 'done');
    await other().issues.advance(issue.id, 'assigned');
    expect(await state()).toBe('done');
  });
});
