import { itemIdOf } from '../analysis/answer-key.ts';
import { type ItemFigures, worstFirst } from '../analysis/item-figures.ts';
import { hidden } from '../analysis/told.ts';
import type { Improvement } from '../improvements/improvement.ts';
import { findingOf, type Issue } from '../issues/issue.ts';
import { weakness } from '../issues/recognise.ts';
import type { Settings } from '../kernel/settings.ts';
import { isScored } from '../questionnaires/questionnaire.ts';
import type { Questionnaires } from '../questionnaires/registry.ts';
import type { ReportedIssue, ReportScope } from './report.ts';
import type { ScopedRound } from './rounds-in-scope.ts';

/**
 * The weak items of a period's closed rounds, worst first: everybody's are what the issues raised found in them, a
 * manager's what their own people found weak. An issue that several of the rounds speak of stands there for each.
 */
export const reportIssues = (
  rounds: readonly ScopedRound[],
  issues: readonly Issue[],
  improvements: readonly Improvement[],
  scope: ReportScope,
  questionnaires: Questionnaires,
  settings: Pick<Settings, 'issueRule'>,
): ReportedIssue[] => {
  const improvementOf = new Map(improvements.map((improvement) => [improvement.issue, improvement]));
  const found =
    scope.kind === 'all'
      ? issues.flatMap((issue) => findingsIn(rounds, issue))
      : rounds.flatMap((round) => weakItems(round, issues, questionnaires, settings));
  return found
    .map((one) => ({
      ...one,
      improvement: one.issue === undefined ? undefined : improvementOf.get(one.issue.id),
    }))
    .sort(worstFirst);
};

type Found = Omit<ReportedIssue, 'improvement'>;

const findingsIn = (rounds: readonly ScopedRound[], issue: Issue): Found[] =>
  rounds.flatMap(({ round }): Found[] => {
    const finding = findingOf(issue, round.id);
    if (finding === undefined) return [];
    const { key, dimension } = issue;
    const { training, questionnaire } = finding;
    return [{ training, questionnaire, key, dimension, ...figuresIn(finding), issue: named(issue) }];
  });

const figuresIn = ({ n, mean, satisfaction, atMost }: ItemFigures): ItemFigures => ({
  n,
  ...(mean === undefined ? {} : { mean }),
  satisfaction,
  ...(atMost === undefined ? {} : { atMost }),
});

// Everybody's figures stay out of a manager's report.
const named = ({ id, state }: Issue): Found['issue'] => ({ id, state });

const weakItems = (
  { round, cell }: ScopedRound,
  issues: readonly Issue[],
  questionnaires: Questionnaires,
  settings: Pick<Settings, 'issueRule'>,
): Found[] => {
  const { questionnaire } = round;
  if (questionnaire === undefined || cell === undefined) return [];
  return Object.entries(cell.items).flatMap(([key, tally]): Found[] => {
    const item = questionnaires.item(questionnaire, itemIdOf(key));
    if (!isScored(item) || tally === hidden) return [];
    const weak = weakness(tally, settings);
    if (weak === undefined) return [];
    const issue = issues.find((one) => one.key === key && findingOf(one, round.id) !== undefined);
    const { training } = round;
    return [
      {
        training,
        questionnaire,
        key,
        dimension: item.dimension,
        ...weak.figures,
        issue: issue && named(issue),
      },
    ];
  });
};
