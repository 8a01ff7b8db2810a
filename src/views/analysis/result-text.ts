import type { Judged } from '../../domain/issues/judged.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import { same, type Text } from '../../domain/kernel/text.ts';
import type { Dimension } from '../../domain/questionnaires/clauses.ts';
import { commentsCount, withheldComments } from '../../wording/comment-words.ts';
import { dayText } from '../../wording/dates.ts';
import { definitions, issueDefinition, thresholdDefinition } from '../../wording/definition-words.ts';
import { dimensionNames } from '../../wording/dimension-words.ts';
import { columnNames, scoreCell } from '../../wording/figure-words.ts';
import {
  issuesTitle,
  noIssueNamed,
  noIssues,
  pooledEyebrow,
  pooledIssues,
  pooledNote,
  resultEyebrow,
  withheldNote,
} from '../../wording/result-words.ts';
import type { FigureTable } from '../figure-table.ts';
import type { Score } from './figure-view.ts';
import {
  completionHeadline,
  type Headline,
  npsHeadline,
  satisfactionHeadline,
  scrapHeadline,
} from './headlines.ts';
import { isLimitedAnswer } from './other-answers-text.ts';
import type { ResultView } from './result-view.ts';

/** What it is the result of, and when that ended. */
export const resultTopic = ({ questionnaire, dueDate, together }: ResultView): Text =>
  together === undefined
    ? resultEyebrow(questionnaire, dayText(dueDate))
    : pooledEyebrow(questionnaire, together.quarter, together.trainings);

/** What has to be known of the whole of it. */
export const resultNote = ({ together }: ResultView): Text =>
  together === undefined ? same('') : pooledNote;

export const resultHeadlines = ({
  completion,
  satisfaction,
  nps,
  scrap,
  settings,
}: ResultView): Headline[] => {
  const { scores } = settings.minimumGroup;
  return [
    completionHeadline(completion, scores),
    satisfactionHeadline(satisfaction, scores),
    ...(nps === undefined ? [] : [npsHeadline(nps, scores)]),
    ...(scrap === undefined ? [] : [scrapHeadline(scrap, scores)]),
  ];
};

export interface ScoredDimension {
  readonly dimension: Dimension;
  /** 1–5, or at most this. */
  readonly score: Score;
  readonly n: number;
}

/** The dimensions that may be shown. */
export const scoredDimensions = ({ dimensions }: ResultView): ScoredDimension[] =>
  dimensions.flatMap(({ dimension, score }) =>
    typeof score === 'string' ? [] : [{ dimension, score, n: score.n }],
  );

export const dimensionTable = (scored: readonly ScoredDimension[]): FigureTable => ({
  header: [columnNames.dimension, columnNames.score, columnNames.n],
  rows: scored.map(({ dimension, score, n }) => [
    dimensionNames[dimension],
    scoreCell(score.value, score.atMost === true),
    same(`${n}`),
  ]),
});

const isWithheld = ({ dimensions }: ResultView): boolean =>
  dimensions.some(({ score }) => score === 'hidden');

/** Says that something is not shown, where it is so (P3). */
export const withheldText = (view: ResultView): Text =>
  isWithheld(view) ? withheldNote(view.settings.minimumGroup.scores) : same('');

/** Where no issue is listed; nothing is praised beside a dimension that is drawn as low. */
export const noIssuesHeading = (
  scores: readonly Score[],
  judged: Judged,
  { meanBelow }: Settings['issueRule'],
): Text =>
  judged !== 'none' && scores.some(({ value }) => value < meanBelow) ? noIssueNamed : noIssues[judged];

/** Above the issues: how many there are; where too few answered to tell, that. */
export const issuesHeading = (view: ResultView): Text => {
  if (view.issues.length > 0)
    return (view.together === undefined ? issuesTitle : pooledIssues)(view.issues.length);
  const { judged, settings } = view;
  return noIssuesHeading(
    scoredDimensions(view).map(({ score }) => score),
    judged,
    settings.issueRule,
  );
};

/** Above the comments, of which a few are shown; empty where there are none or none may be shown. */
export const commentsHeading = ({ comments }: ResultView): Text =>
  comments.count === 0 ? same('') : commentsCount(comments.count);

/** Says that comments are kept back, where it is so (P3). */
export const commentsWithheld = ({ comments, settings }: ResultView): Text =>
  comments.withheld ? withheldComments(settings.minimumGroup.comments) : same('');

/** What each figure means, wherever a result is shown. */
export const resultFootnotes = (view: ResultView): Text[] => {
  const { nps, scrap, settings } = view;
  return [
    definitions.completion,
    definitions.satisfaction,
    definitions.dimension,
    ...(isLimited(view) ? [definitions.atMost] : []),
    ...(nps === undefined ? [] : [definitions.nps]),
    ...(scrap === undefined ? [] : [definitions.scrap]),
    ...(view.issues.some(({ deviation }) => deviation !== undefined) ? [definitions.deviation] : []),
    issueDefinition(settings.issueRule),
    thresholdDefinition(settings.minimumGroup),
  ];
};

/** Whether anything is told as a limit only. */
const isLimited = ({ satisfaction, nps, scrap, dimensions, issues, others }: ResultView): boolean =>
  [satisfaction, ...dimensions.map(({ score }) => score), ...issues.map(({ figures }) => figures)].some(
    (figure) => typeof figure !== 'string' && figure.atMost !== undefined,
  ) ||
  [nps, scrap].some((figure) => typeof figure === 'object' && figure.bound !== undefined) ||
  others.some(isLimitedAnswer);
