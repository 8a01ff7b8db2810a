import { instructorOf } from '../../domain/analysis/answer-key.ts';
import { worstFirst } from '../../domain/analysis/item-figures.ts';
import type { Pool } from '../../domain/analysis/pool.ts';
import type { Result } from '../../domain/analysis/result.ts';
import { hidden } from '../../domain/analysis/told.ts';
import { judgedIn } from '../../domain/issues/judged.ts';
import { weakness } from '../../domain/issues/recognise.ts';
import type { RoundId } from '../../domain/kernel/ids.ts';
import { isScored } from '../../domain/questionnaires/questionnaire.ts';
import { quarterOf } from '../../domain/reports/period.ts';
import { periodName } from '../reports/period-name.ts';
import type { ViewParts } from '../view-parts.ts';
import { completionFigureOf } from './completion-figure.ts';
import { itemName, itemOf } from './item-name.ts';
import { otherAnswers } from './other-answers.ts';
import { fewComments, type ResultView } from './result-view.ts';
import { shownComments } from './shown-comments.ts';
import { shownFigures } from './shown-figures.ts';

type Parts = Pick<ViewParts, 'pools' | 'results' | 'questionnaires' | 'settings'>;

/** What trainings of a course, each too small to be told of, came to together; undefined without a result. */
export const pooledResultView = async (from: Parts, id: RoundId): Promise<ResultView | undefined> => {
  const [pool, result] = await Promise.all([from.pools.byId(id), from.results.ofRound(id)]);
  const { settings } = from;
  if (pool === undefined || result === undefined) return undefined;
  return {
    round: id,
    training: pool.course,
    questionnaire: titleOfPool(from, pool),
    dueDate: result.dueDate,
    completion: completionFigureOf(result.whole),
    ...shownFigures(result, from.questionnaires),
    issues: weakItems(from, result),
    others: otherAnswers(
      { ...result, whole: { ...result.whole, items: notOfOne(result) } },
      { instructors: [] },
      from.questionnaires,
    ),
    comments: await shownComments(from, result, fewComments),
    judged: judgedIn(
      [{ questionnaire: result.questionnaire, items: notOfOne(result) }],
      from.questionnaires,
      settings,
    ),
    together: { trainings: pool.rounds.length, quarter: periodName(quarterOf(pool.quarter)) },
    settings,
  };
};

/** What was asked. */
export const titleOfPool = (
  { questionnaires }: Pick<Parts, 'questionnaires'>,
  { questionnaire }: Pick<Pool, 'questionnaire'>,
): ResultView['questionnaire'] => questionnaires.of(questionnaire).title;

/** By the rule of issues, worst first. */
const weakItems = ({ questionnaires, settings }: Parts, result: Result): ResultView['issues'] =>
  Object.entries(notOfOne(result))
    .flatMap(([key, told]) => {
      if (told === hidden || !isScored(itemOf(questionnaires, result.questionnaire, key))) return [];
      const figures = weakness(told, settings)?.figures;
      if (figures === undefined) return [];
      return [{ item: itemName(questionnaires, result.questionnaire, key), figures }];
    })
    .sort((one, other) => worstFirst(one.figures, other.figures));

/** What is about one instructor is for the trainings' own results. */
const notOfOne = ({ whole }: Result): Result['whole']['items'] =>
  Object.fromEntries(Object.entries(whole.items).filter(([key]) => instructorOf(key) === undefined));
