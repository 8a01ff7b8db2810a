import { type Judged, judgedIn } from '../../domain/issues/judged.ts';
import type { RoundId } from '../../domain/kernel/ids.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import { type RaisedIssueView, raisedIssues } from '../issues/raised-issue-view.ts';
import type { ViewParts } from '../view-parts.ts';
import { type CompletionFigure, completionFigureOf } from './completion-figure.ts';
import type { Shown } from './figure-view.ts';
import { type OtherAnswer, otherAnswers } from './other-answers.ts';
import { type ShownComments, shownComments } from './shown-comments.ts';
import { type ShownFigures, shownFigures } from './shown-figures.ts';

export interface ResultView extends ShownFigures {
  readonly round: RoundId;
  readonly training: string;
  /** What is asked, and in which of several rounds. */
  readonly questionnaire: Text;
  /** Local date of the last day. */
  readonly dueDate: string;
  readonly completion: Shown<CompletionFigure>;
  /** Worst first. */
  readonly issues: readonly RaisedIssueView[];
  /** What was asked beside scores. */
  readonly others: readonly OtherAnswer[];
  /** A few of them; the others are opened. */
  readonly comments: ShownComments;
  /** Whether enough people answered to know of all issues. */
  readonly judged: Judged;
  /** Of so many small trainings of a course together, due in this quarter. */
  readonly together?: { readonly trainings: number; readonly quarter: Text };
  readonly settings: Pick<Settings, 'minimumGroup' | 'issueRule'>;
}

/** More would hide what the channel is for: the figures and what is to be done. */
export const fewComments = 3;

/** A7: what a closed round came to, with its issues and, once assigned, who answers for them; undefined without a result. */
export const resultView = async (
  from: Pick<
    ViewParts,
    | 'clock'
    | 'improvements'
    | 'issues'
    | 'people'
    | 'questionnaires'
    | 'results'
    | 'rounds'
    | 'settings'
    | 'trainings'
  >,
  id: RoundId,
): Promise<ResultView | undefined> => {
  const [round, result] = await Promise.all([from.rounds.byId(id), from.results.ofRound(id)]);
  const training = round === undefined ? undefined : await from.trainings.byCode(round.training);
  if (round === undefined || result === undefined || training === undefined) return undefined;
  return {
    round: id,
    training: training.title,
    questionnaire: titleOfRound(from, round, training),
    dueDate: result.dueDate,
    completion: completionFigureOf(result.whole),
    ...shownFigures(result, from.questionnaires),
    issues: await raisedIssues(from, round, result),
    others: otherAnswers(result, round, from.questionnaires),
    comments: await shownComments(from, result, fewComments),
    judged: judgedIn([{ ...result, ...result.whole }], from.questionnaires, from.settings),
    settings: from.settings,
  };
};
