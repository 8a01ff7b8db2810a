import { over } from '../../domain/analysis/amount.ts';
import type { Satisfaction } from '../../domain/analysis/figures.ts';
import type { Roughly } from '../../domain/analysis/roughly.ts';
import { hidden } from '../../domain/analysis/told.ts';
import type { Verdict } from '../../domain/analysis/verdict.ts';
import type { RoundState } from '../../domain/followups/round.ts';
import type { Judged } from '../../domain/issues/judged.ts';
import type { RoundId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Dimension } from '../../domain/questionnaires/clauses.ts';
import { buildReport } from '../../domain/reports/build-report.ts';
import { isLowResponse } from '../../domain/reports/low-response.ts';
import { isCounted } from '../../domain/reports/people-of-quarter.ts';
import type { Period } from '../../domain/reports/period.ts';
import type { Report, ReportScope } from '../../domain/reports/report.ts';
import { reportWarnings } from '../../wording/report-words.ts';
import {
  type MeasuredFigure,
  measuredFigure,
  type Score,
  type ShareFigure,
  type Shown,
  scoreOf,
  shareFigure,
} from '../analysis/figure-view.ts';
import { scoreVerdict, shareVerdict } from '../analysis/shown-verdict.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import { type WeakItem, weakItem } from '../issues/weak-item.ts';
import type { ViewParts } from '../view-parts.ts';
import { periodName } from './period-name.ts';
import { type PoolView, poolView } from './pool-view.ts';

export type Trend = 'better' | 'worse' | 'no-clear-change' | 'unknown';

/** People, in numbers, or in a word where they are few and a round is open; `none` when nobody was due. */
export type PeriodCompletion = Shown<
  | { readonly due: number; readonly answered: number; readonly excused: number }
  | { readonly roughly: Roughly }
>;

export interface ReportView {
  /** `quarterName`, `yearName`: this period and the one before. */
  readonly period: Text;
  readonly before: Text;
  /** A manager's report is about their own people; `of`: somebody stands in for the manager of this name. */
  readonly scope: 'all' | { readonly people: number; readonly of?: string } | { readonly department: string };
  /** What else may be asked for, by name. */
  readonly others?: readonly string[];
  /** Local date of today. */
  readonly today: string;
  /** The period's last day is past. */
  readonly over: boolean;
  /** No round of the period is closed. */
  readonly empty: boolean;
  /** Each figure for the period and the one before. */
  readonly trainings: { readonly now: number; readonly before: number };
  /** Each training with its rounds due in the period. */
  readonly list: readonly {
    readonly training: string;
    readonly rounds: readonly {
      readonly questionnaire: Text;
      readonly state: RoundState;
      readonly completion: PeriodCompletion;
      readonly satisfaction: Shown<ShareFigure>;
    }[];
  }[];
  readonly pools: readonly PoolView[];
  readonly completion: { readonly now: PeriodCompletion; readonly before: PeriodCompletion };
  readonly satisfaction: {
    readonly now: Shown<ShareFigure>;
    readonly before: Shown<ShareFigure>;
    readonly trend: Trend;
  };
  /** Of everybody's report. */
  readonly nps?: MeasuredFigure;
  readonly scrap?: MeasuredFigure;
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly now: Score;
    /** Over the questions that both periods asked. */
    readonly compared?: { readonly now: Score; readonly before: Score; readonly trend: Verdict };
  }[];
  /** Worst first, of all trainings; what does not fit is counted. */
  readonly issues: readonly (WeakItem & { readonly training: string })[];
  readonly moreIssues: number;
  /** Whether enough people answered to know of all issues. */
  readonly judged: Judged;
  readonly improvements: { readonly open: number; readonly done: number; readonly overdue: number };
  /** Rounds whose comments may be read from here, and how many there are. */
  readonly commented: readonly {
    readonly round: RoundId;
    readonly training: string;
    readonly questionnaire: Text;
    readonly count: number;
  }[];
  /** `reportWarnings`. */
  readonly warnings: readonly Text[];
  readonly settings: Pick<Settings, 'minimumGroup' | 'issueRule'>;
}

type ReportParts = Pick<
  ViewParts,
  | 'clock'
  | 'improvements'
  | 'issues'
  | 'pools'
  | 'questionnaires'
  | 'responseKeys'
  | 'results'
  | 'rounds'
  | 'settings'
  | 'trainings'
  | 'visits'
>;

/** A7, W4: a period against the one before, for whoever's report it is. */
export const reportView = async (
  from: ReportParts,
  period: Period,
  scope: ReportScope,
): Promise<ReportView> => {
  const { settings } = from;
  const today = localDate(from.clock.now(), settings.organisation.timeZone);
  const report = await buildReport(from, period, scope, settings, today);
  const rounds = report.trainings.flatMap((training) => training.rounds);
  const titles = new Map(report.trainings.map(({ training }) => [training.code, training.title]));
  const missing = report.roundsTooSmall > 0 ? hidden : 'none';
  const share = (figure: Report['satisfactionBefore'], absent: 'hidden' | 'none'): Shown<ShareFigure> =>
    figure === undefined ? absent : shareFigure(figure);
  return {
    period: periodName(report.period),
    before: periodName(report.before),
    scope: await scopeView(from, report.scope),
    today,
    over: today > period.toDate,
    empty: !rounds.some(({ round }) => round.state === 'closed'),
    trainings: { now: report.trainings.length, before: report.trainingsBefore },
    list: report.trainings.map(({ training, rounds: own }) => ({
      training: training.title,
      rounds: own.map(({ round, people, satisfaction }) => ({
        questionnaire: titleOfRound(from, round, training),
        state: round.state,
        completion: people === undefined ? ('none' as const) : completionOf(people),
        satisfaction: satisfaction === undefined ? ('none' as const) : shareFigure(satisfaction),
      })),
    })),
    pools: report.pools.map((one) => poolView(from, one)),
    completion: { now: completionOf(report.people), before: completionOf(report.peopleBefore) },
    satisfaction: {
      now: share(report.satisfaction, missing),
      before: share(report.satisfactionBefore, 'none'),
      trend: satisfactionTrend(report),
    },
    ...(scope.kind === 'all' ? recommended(report) : {}),
    dimensions: report.dimensions.map(({ dimension, score, comparison }) => ({
      dimension,
      now: scoreOf(score),
      ...(comparison === undefined
        ? {}
        : {
            compared: {
              now: scoreOf(comparison.now),
              before: scoreOf(comparison.before),
              trend: scoreVerdict(comparison.verdict, scoreOf(comparison.before), scoreOf(comparison.now)),
            },
          }),
    })),
    issues: report.issues.map((issue) => ({
      training: titles.get(issue.training) ?? issue.training,
      ...weakItem(from, issue, issue, { instructors: [] }), // who taught is for the training's own result
    })),
    judged: report.judged,
    moreIssues: report.issueCount - report.issues.length,
    improvements: report.improvements,
    commented: report.commented.flatMap(({ round, count }) =>
      report.trainings
        .filter(({ training }) => training.code === round.training)
        .map(({ training }) => ({
          round: round.id,
          training: training.title,
          questionnaire: titleOfRound(from, round, training),
          count,
        })),
    ),
    warnings: warningsOf(report, today, settings),
    settings,
  };
};

/** A verdict stands beside the figures it is about: where part of them asked something else, there is none. */
const satisfactionTrend = ({ satisfaction, satisfactionBefore, satisfactionChange }: Report): Trend => {
  const whole = (one: Satisfaction | undefined): number | undefined =>
    one && over(one.amount.satisfied, one.amount.answers).most;
  return satisfactionChange !== undefined &&
    satisfactionChange.now.most === whole(satisfaction) &&
    satisfactionChange.before.most === whole(satisfactionBefore)
    ? shareVerdict(
        satisfactionChange.verdict,
        scoreOf(satisfactionChange.before),
        scoreOf(satisfactionChange.now),
      )
    : 'unknown';
};

const recommended = ({ nps, scrap }: Report): Pick<ReportView, 'nps' | 'scrap'> => ({
  ...(nps === undefined ? {} : { nps: measuredFigure(nps, 'low') }),
  ...(scrap === undefined ? {} : { scrap: measuredFigure(scrap, 'high') }),
});

const completionOf = (people: Report['people']): PeriodCompletion =>
  isCounted(people) && people.due === 0 ? 'none' : people;

const scopeView = async (from: ReportParts, scope: ReportScope): Promise<ReportView['scope']> => {
  if (scope.kind === 'all') return 'all';
  if (scope.kind === 'department') return { department: scope.department };
  const people = (await from.trainings.peopleOfManager(scope.person)).length;
  return scope.name === undefined ? { people } : { people, of: scope.name };
};

const warningsOf = (report: Report, today: string, settings: Settings): Text[] => {
  const rounds = report.trainings.flatMap((training) => training.rounds);
  const missed = rounds.filter(({ round }) => round.state === 'missed').length;
  const low = report.trainings.filter((training) =>
    training.rounds.some(
      ({ round, people }) => round.state === 'closed' && people !== undefined && isLowResponse(people),
    ),
  );
  return [
    ...(today <= report.period.toDate ? [reportWarnings.underWay] : []),
    ...(missed > 0 ? [reportWarnings.missed(missed)] : []),
    ...(report.lowResponse && low.length > 0
      ? [reportWarnings.lowResponse(low.map(({ training }) => training.title))]
      : []),
    ...(report.people === hidden && rounds.some(({ people }) => isCounted(people))
      ? [reportWarnings.tooClose(settings.minimumGroup.scores)]
      : []),
    ...(report.roundsTooSmall > 0 || report.people === hidden
      ? [reportWarnings.withheld(settings.minimumGroup.scores)]
      : []),
  ];
};
