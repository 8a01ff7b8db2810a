import { describe, expect, it } from 'vitest';
import { recogniseIssues } from '../../../src/domain/issues/recognise.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import type { Answer } from '../../../src/domain/questionnaires/answers.ts';
import { buildRound, frozenAt, resultOf } from '../../support/build-round.ts';
import { questionnaires } from '../../support/questionnaires.ts';

const issuesOf = (answers: Readonly<Record<string, readonly Answer[]>>, changed = settings) => {
  const round = buildRound({ instructors: [{ person: 'ann' as PersonId, name: 'Ann' }] });
  const count = Math.max(...Object.values(answers).map((given) => given.length));
  const trainees = Array.from({ length: count }, (_, index) => ({
    answers: Object.fromEntries(
      Object.entries(answers).flatMap(([key, given]) => {
        const answer = given[index];
        return answer === undefined ? [] : [[key, answer]];
      }),
    ),
  }));
  return recogniseIssues(resultOf(trainees, round), 'SAFE', questionnaires, changed, frozenAt);
};

describe('issues (A5)', () => {
  it('an item with a mean below 3.5 is an issue, at 3.5 it is not', () => {
    expect(issuesOf({ 'd1-depth': [4, 4, 4, 4, 1] })).toMatchObject([
      {
        key: 'd1-depth',
        course: 'SAFE',
        dimension: 'D1',
        evidence: [{ round: 'SAFE-1/T1/1', rule: 'low-mean', n: 5, mean: 3.4, satisfaction: 0.8 }],
        state: 'open',
      },
    ]);
    expect(issuesOf({ 'd1-depth': [4, 4, 4, 4, 4, 1] })).toEqual([]);
  });

  it('an item with less than 60 % satisfied is an issue, at 60 % it is not', () => {
    expect(issuesOf({ 'd1-depth': [5, 5, 3, 3, 3] })).toMatchObject([
      { evidence: [{ rule: 'low-satisfaction', satisfaction: 0.4 }] },
    ]);
    expect(issuesOf({ 'd1-depth': [5, 5, 4, 3, 3] })).toEqual([]);
  });

  it('four answers make no issue, however bad, whatever the rule’s own number says', () => {
    expect(issuesOf({ 'd1-depth': [1, 1, 1, 1] })).toEqual([]);
    const lax = { ...settings, issueRule: { ...settings.issueRule, minimumN: 1 } };
    expect(issuesOf({ 'd1-depth': [1, 1, 1, 1] }, lax)).toEqual([]);
    expect(issuesOf({ 'd1-depth': [1, 1, 1, 1, 1] }, lax)).toHaveLength(1);
  });

  it('fewer answers than the rule asks for make no issue (ISSUE_MINIMUM_N)', () => {
    const strict = { ...settings, issueRule: { ...settings.issueRule, minimumN: 8 } };
    expect(issuesOf({ 'd1-depth': [1, 1, 1, 1, 1, 1, 1] }, strict)).toEqual([]);
    expect(issuesOf({ 'd1-depth': [1, 1, 1, 1, 1, 1, 1, 1] }, strict)).toHaveLength(1);
  });

  it('the worst comes first, and an instructor’s item names the instructor', () => {
    const issues = issuesOf({
      'd1-depth': [3, 3, 3, 3, 3],
      'd2-clarity@ann': [1, 1, 1, 1, 1],
      'd3-length': [2, 2, 2, 2, 2],
      'd5-overall': [5, 5, 5, 5, 5],
    });
    expect(issues.map(({ key }) => key)).toEqual(['d2-clarity@ann', 'd3-length', 'd1-depth']);
    expect(issues[0]).toMatchObject({ instructor: 'ann', dimension: 'D2', id: 'SAFE-1/T1/1|d2-clarity@ann' });
    expect(issues[2]).not.toHaveProperty('instructor');
  });

  it('only ratings are judged', () => {
    expect(issuesOf({ 'd5-aspect': ['time', 'time', 'time', 'time', 'time'] })).toEqual([]);
  });
});
