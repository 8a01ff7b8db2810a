import { hidden } from '../../domain/analysis/disclosed-result.ts';
import { completionRates } from '../../domain/analysis/measures.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Period } from '../../domain/reports/period.ts';
import type { Report } from '../../domain/reports/report.ts';
import { quarterName, reportWarnings, yearName } from '../../wording/report-words.ts';
import type { Desk } from '../bot/desk.ts';
import type { ShareFigure, Shown } from '../cards/lay-figures.ts';
import type { PeriodCompletion, ReportView } from '../cards/result/report-view.ts';
import { itemName } from './item-name.ts';
import { shareFigure } from './shown-figures.ts';

/** A period as people call it. */
export const periodName = (period: Period): Text =>
  period.kind === 'quarter' ? quarterName(period.year, period.quarter) : yearName(period.year);

/** Below this completion the figures are to be read with care; the report warns by the same number. */
const lowCompletion = 0.6;

/** A report as its card takes it. */
export const reportView = async (desk: Desk, report: Report, today: string): Promise<ReportView> => {
  const rounds = report.trainings.flatMap((training) => training.rounds);
  const titles = new Map(report.trainings.map(({ training }) => [training.code, training.title]));
  const missing = report.roundsTooSmall > 0 ? hidden : 'none';
  const share = (figure: Report['satisfactionBefore'], absent: 'hidden' | 'none'): Shown<ShareFigure> =>
    figure === undefined ? absent : shareFigure(figure);
  return {
    period: periodName(report.period),
    before: periodName(report.before),
    scope: report.scope.kind === 'all' ? 'all' : { people: await peopleOf(desk, report.scope) },
    today,
    empty: !rounds.some(({ round }) => round.state === 'closed'),
    trainings: { now: report.trainings.length, before: report.trainingsBefore },
    list: report.trainings.map(({ training, rounds: own }) => ({
      training: training.title,
      rounds: own.map(({ round, people, satisfaction }) => ({
        questionnaire: desk.questionnaires.ofRound(round, training).title,
        state: round.state,
        completion: people === undefined ? ('none' as const) : completionOf(people),
        satisfaction: satisfaction === undefined ? ('none' as const) : shareFigure(satisfaction).share,
      })),
    })),
    completion: { now: completionOf(report.people), before: completionOf(report.peopleBefore) },
    satisfaction: {
      now: share(report.satisfaction, missing),
      before: share(report.satisfactionBefore, 'none'),
      trend: report.satisfaction?.verdict ?? 'unknown',
    },
    dimensions: report.dimensions.map(({ dimension, score, before, verdict }) => ({
      dimension,
      now: score,
      before: before ?? 'none',
      trend: verdict ?? 'unknown',
    })),
    issues: report.issues.map((issue) => ({
      training: titles.get(issue.training) ?? issue.training,
      name: itemName(desk.questionnaires, issue.questionnaire, issue.key),
      figures: issue,
    })),
    moreIssues: report.issueCount - report.issues.length,
    improvements: report.improvements,
    warnings: warningsOf(report, today, desk),
    settings: desk.settings,
  };
};

const completionOf = (people: Report['people']): PeriodCompletion =>
  people !== hidden && people.due === 0 ? 'none' : people;

const peopleOf = async (desk: Desk, scope: Extract<Report['scope'], { kind: 'manager' }>): Promise<number> =>
  (await desk.stores.trainings.peopleOfManager(scope.person)).length;

const warningsOf = (report: Report, today: string, desk: Desk): Text[] => {
  const rounds = report.trainings.flatMap((training) => training.rounds);
  const missed = rounds.filter(({ round }) => round.state === 'missed').length;
  const low = report.trainings.filter((training) =>
    training.rounds.some(
      ({ round, people }) =>
        round.state === 'closed' &&
        people !== undefined &&
        people !== hidden &&
        (completionRates(people).rate ?? 1) < lowCompletion,
    ),
  );
  return [
    ...(today <= report.period.toDate ? [reportWarnings.underWay] : []),
    ...(missed > 0 ? [reportWarnings.missed(missed)] : []),
    ...(report.lowResponse && low.length > 0
      ? [reportWarnings.lowResponse(low.map(({ training }) => training.title))]
      : []),
    ...(report.roundsTooSmall > 0 || report.people === hidden
      ? [reportWarnings.withheld(desk.settings.minimumGroup.scores)]
      : []),
  ];
};
