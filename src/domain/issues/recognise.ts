import { instructorOf, itemIdOf } from '../analysis/answer-key.ts';
import { type ItemFigures, itemFigures, worstFirst } from '../analysis/item-figures.ts';
import type { Result } from '../analysis/result.ts';
import { hidden, type Told } from '../analysis/told.ts';
import { issueId } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import { isScored } from '../questionnaires/questionnaire.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import type { Training } from '../trainings/training.ts';
import type { Finding, Issue } from './issue.ts';

export interface Weakness {
  readonly rule: Finding['rule'];
  readonly figures: ItemFigures;
}

/**
 * Why an item is weak (A5): its mean, else its satisfaction is below the line; undefined when neither, or too few answered.
 * What is told so far as a stop only is weak.
 */
export const weakness = (told: Told, { issueRule }: Pick<Settings, 'issueRule'>): Weakness | undefined => {
  const figures = itemFigures(told);
  if (figures === undefined || figures.n < issueRule.minimumN) return undefined;
  const { mean, satisfaction, atMost } = figures;
  if (mean !== undefined && mean < issueRule.meanBelow) return { rule: 'low-mean', figures };
  return satisfaction < issueRule.satisfactionBelow || atMost !== undefined
    ? { rule: 'low-satisfaction', figures }
    : undefined;
};

/** What a closed round found weak in a course (A5): every weak rating as an issue of this one finding, worst first. */
export const recogniseIssues = (
  result: Result,
  course: Training['course'],
  questionnaires: Questionnaires,
  settings: Pick<Settings, 'issueRule'>,
  at: Date,
): Issue[] => {
  const { round, training, questionnaire } = result;
  const found = Object.entries(result.whole.items).flatMap(([key, told]): [ItemFigures, Issue][] => {
    const item = questionnaires.item(questionnaire, itemIdOf(key));
    if (!isScored(item) || told === hidden) return [];
    const weak = weakness(told, settings);
    // Of everybody the mean is always told, if only so far as its stop.
    if (weak?.figures.mean === undefined) return [];
    const { rule, figures } = weak;
    const instructor = instructorOf(key);
    const finding: Finding = {
      round,
      training,
      questionnaire,
      rule,
      ...figures,
      mean: weak.figures.mean,
      at,
    };
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
    return [[figures, issue]];
  });
  return found.sort(([one], [other]) => worstFirst(one, other)).map(([, issue]) => issue);
};
