import { instructorOf, itemIdOf } from '../analysis/answer-key.ts';
import { hidden } from '../analysis/disclosed-result.ts';
import { disclose } from '../analysis/disclosure.ts';
import { meanOf, satisfactionOf } from '../analysis/measures.ts';
import type { Result, Tally } from '../analysis/result.ts';
import { issueId } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import { isScored } from '../questionnaires/questionnaire.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import type { Training } from '../trainings/training.ts';
import { type Finding, type Issue, worstFirst } from './issue.ts';

/** Why an item is weak (A5): its mean, else its satisfaction is below the line; undefined when neither, or too few answered. */
export const weakness = (
  tally: Tally,
  { issueRule }: Pick<Settings, 'issueRule'>,
): { rule: Finding['rule']; n: number; mean: number; satisfaction: number } | undefined => {
  const [mean, satisfaction] = [meanOf(tally), satisfactionOf(tally)];
  if (mean === undefined || satisfaction === undefined || tally.n < issueRule.minimumN) return undefined;
  const figures = { n: tally.n, mean, satisfaction };
  if (mean < issueRule.meanBelow) return { rule: 'low-mean', ...figures };
  return satisfaction < issueRule.satisfactionBelow ? { rule: 'low-satisfaction', ...figures } : undefined;
};

/**
 * What a closed round found weak in a course (A5): every weak rating as an issue of this one finding, worst first. Below
 * P3's threshold nothing is one.
 */
export const recogniseIssues = (
  result: Result,
  course: Training['course'],
  questionnaires: Questionnaires,
  settings: Pick<Settings, 'issueRule' | 'minimumGroup'>,
  at: Date,
): Issue[] => {
  const { items } = disclose(result, settings).whole;
  const { round, training, questionnaire } = result;
  const found = Object.entries(items).flatMap(([key, tally]): [Finding, Issue][] => {
    const item = questionnaires.item(questionnaire, itemIdOf(key));
    if (!isScored(item) || tally === hidden) return [];
    const weak = weakness(tally, settings);
    if (weak === undefined) return [];
    const instructor = instructorOf(key);
    const finding: Finding = { round, training, questionnaire, ...weak, at };
    const issue: Issue = {
      id: issueId(round, key),
      course,
      key,
      dimension: item.dimension,
      ...(instructor === undefined ? {} : { instructor }),
      evidence: [finding],
      raisedAt: at,
      state: 'open',
    };
    return [[finding, issue]];
  });
  return found.sort(([one], [other]) => worstFirst(one, other)).map(([, issue]) => issue);
};
