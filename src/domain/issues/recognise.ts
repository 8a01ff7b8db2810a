import { instructorOf, itemIdOf } from '../analysis/answer-key.ts';
import { hidden } from '../analysis/disclosed-result.ts';
import { disclose } from '../analysis/disclosure.ts';
import { meanOf, satisfactionOf } from '../analysis/measures.ts';
import type { Result, Tally } from '../analysis/result.ts';
import { issueId } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import type { Issue } from './issue.ts';

/** Why an item is weak (A5): its mean, else its satisfaction is below the line; undefined when neither, or too few answered. */
export const weakness = (
  tally: Tally,
  { issueRule }: Pick<Settings, 'issueRule'>,
): { rule: Issue['rule']; n: number; mean: number; satisfaction: number } | undefined => {
  const [mean, satisfaction] = [meanOf(tally), satisfactionOf(tally)];
  if (mean === undefined || satisfaction === undefined || tally.n < issueRule.minimumN) return undefined;
  const figures = { n: tally.n, mean, satisfaction };
  if (mean < issueRule.meanBelow) return { rule: 'low-mean', ...figures };
  return satisfaction < issueRule.satisfactionBelow ? { rule: 'low-satisfaction', ...figures } : undefined;
};

/** The issues of a closed round (A5): every weak rating, worst first. Below P3's threshold nothing is one. */
export const recogniseIssues = (
  result: Result,
  questionnaires: Questionnaires,
  settings: Pick<Settings, 'issueRule' | 'minimumGroup'>,
  raisedAt: Date,
): Issue[] => {
  const { items } = disclose(result, settings).whole;
  const issues = Object.entries(items).flatMap(([key, tally]): Issue[] => {
    const item = questionnaires.item(result.questionnaire, itemIdOf(key));
    if (item?.type !== 'rating' || tally === hidden) return [];
    const weak = weakness(tally, settings);
    if (weak === undefined) return [];
    const instructor = instructorOf(key);
    return [
      {
        id: issueId(result.round, key),
        round: result.round,
        training: result.training,
        questionnaire: result.questionnaire,
        key,
        dimension: item.dimension,
        ...(instructor === undefined ? {} : { instructor }),
        ...weak,
        raisedAt,
        state: 'open',
      },
    ];
  });
  return issues.sort(worstFirst);
};

/** Lowest mean first, then lowest satisfaction. */
export const worstFirst = (
  one: Pick<Issue, 'mean' | 'satisfaction'>,
  other: Pick<Issue, 'mean' | 'satisfaction'>,
): number => one.mean - other.mean || one.satisfaction - other.satisfaction;
