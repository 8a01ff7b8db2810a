import { beforeAll, describe, expect, it } from 'vitest';
import { assignIssue, longestMeasure } from '../../../src/domain/improvements/assign-issue.ts';
import type { IssueId, PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { anIssue, person } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

describe('an issue', () => {
  const stores = useTestStores();
  const now = new Date('2026-08-31T10:00+08:00');
  let issue: IssueId;
  let number = 0;

  const raise = async (): Promise<void> => {
    number += 1;
    const raised = anIssue({ key: `item-${number}` });
    await stores().issues.raise([raised], byTest);
    issue = raised.id;
  };
  const assign = (owner: PersonId, changes: { measure?: string; dueDate?: string } = {}) =>
    assignIssue(
      { ...stores(), clock: { now: () => now }, settings: defaultSettings },
      {
        issue,
        owner,
        measure: 'Book the large room',
        dueDate: '2026-09-10',
        assignedBy: person('staff'),
        ...changes,
      },
    );
  beforeAll(raise);

  it('has one owner: the second is refused, and nothing is written to them', async () => {
    const first = await assign(person('ou'));
    await expect(assign(person('he'))).rejects.toMatchObject({ code: 'issue-already-assigned' });
    expect(await stores().improvements.ofIssue(issue)).toEqual(first);
    expect(await stores().improvements.ownedBy(person('he'))).toEqual([]);
  });

  it('has one owner, one measure and one day also when several people assign it at once', async () => {
    await raise();
    const given = await Promise.allSettled([
      assign(person('ou')),
      assign(person('he')),
      assign(person('ou'), { measure: 'Another measure' }),
      assign(person('ou'), { dueDate: '2026-09-11' }),
    ]);
    const kept = given.filter(({ status }) => status === 'fulfilled');
    expect(kept).toHaveLength(1);
    for (const one of given) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'issue-already-assigned' });
    }
  });

  it('is given away once when the same is pressed twice, and the second time is answered alike', async () => {
    await raise();
    expect(await assign(person('ou'))).toEqual(await assign(person('ou')));
  });

  it('needs a measure that says something, of bounded length, and a day that has not passed', async () => {
    await raise();
    await expect(assign(person('ou'), { measure: ' \u200B ' })).rejects.toMatchObject({
      code: 'measure-missing',
    });
    const longer = 'm'.repeat(longestMeasure + 1);
    await expect(assign(person('ou'), { measure: longer })).rejects.toMatchObject({
      code: 'text-too-long',
      details: { most: longestMeasure },
    });
    await expect(assign(person('ou'), { dueDate: '2026-08-30' })).rejects.toMatchObject({
      code: 'date-not-ahead',
    });
    await expect(assign(person('ou'), { dueDate: '2026-02-30' })).rejects.toMatchObject({
      code: 'date-not-understood',
    });
    const longest = { measure: 'm'.repeat(longestMeasure), dueDate: '2026-08-31' };
    expect(await assign(person('ou'), longest)).toMatchObject(longest);
  });

  it('that is not there is refused', async () => {
    issue = 'none' as IssueId;
    await expect(assign(person('ou'))).rejects.toMatchObject({ code: 'unknown-issue' });
  });
});
