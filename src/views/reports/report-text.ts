import { same, type Text } from '../../domain/kernel/text.ts';
import type { Dimension } from '../../domain/questionnaires/clauses.ts';
import { definitions, issueDefinition, thresholdDefinition } from '../../wording/definition-words.ts';
import { dimensionNames } from '../../wording/dimension-words.ts';
import { columnNames, completionFigure, noFigure, notShownShort } from '../../wording/figure-words.ts';
import { formatChange, formatScore, formatShare } from '../../wording/format.ts';
import {
  compared,
  figureNames,
  noResults,
  nothingMoved,
  otherReports,
  pointsChange,
  roundSummary,
  scopeAll,
  scopeDepartment,
  scopePeople,
  scopePeopleOf,
  scoreMoves,
  verdicts,
  worstTitle,
} from '../../wording/report-words.ts';
import { issuesUnknown } from '../../wording/result-words.ts';
import { roundStates } from '../../wording/round-words.ts';
import type { Shown } from '../analysis/figure-view.ts';
import { completionHeadline, type Headline, satisfactionHeadline } from '../analysis/headlines.ts';
import type { FigureTable } from '../figure-table.ts';
import type { PeriodCompletion, ReportView } from './report-view.ts';

const written = <Value>(figure: Shown<Value>, write: (value: Value) => string): Text => {
  if (figure === 'hidden') return notShownShort;
  if (figure === 'none') return noFigure;
  return same(write(figure as Value));
};

type Counts = Exclude<PeriodCompletion, string>;

const part = (some: number, all: number): number | undefined => (all <= 0 ? undefined : some / all);

const shareOf = (share: number | undefined): string => (share === undefined ? '–' : formatShare(share));

const rateOf = (figure: PeriodCompletion, of: (value: Counts) => number | undefined): number | undefined =>
  typeof figure === 'string' ? undefined : of(figure);

const counted = (figure: PeriodCompletion, of: 'due' | 'answered'): number | undefined =>
  typeof figure === 'string' ? undefined : figure[of];

const changeOf = (now: number | undefined, before: number | undefined): Text =>
  now === undefined || before === undefined ? noFigure : same(formatChange(now - before, 0));

/** Each figure now, before and its change; nothing while no round is closed. */
export const figureTable = (view: ReportView): FigureTable => ({
  header: [columnNames.measure, columnNames.now, columnNames.before, columnNames.change],
  rows: view.empty ? [] : figureRows(view),
});

const figureRows = ({ trainings, completion, satisfaction }: ReportView): Text[][] => {
  const { now, before } = completion;
  const count = (of: 'due' | 'answered'): Text[] => [
    written(now, (value) => `${value[of]}`),
    written(before, (value) => `${value[of]}`),
    changeOf(counted(now, of), counted(before, of)),
  ];
  const rate = (of: (value: Counts) => number | undefined): Text[] => {
    const [late, early] = [rateOf(now, of), rateOf(before, of)];
    return [
      written(now, (value) => shareOf(of(value))),
      written(before, (value) => shareOf(of(value))),
      late === undefined || early === undefined ? noFigure : pointsChange(late - early),
    ];
  };
  return [
    [
      figureNames.trainings,
      same(`${trainings.now}`),
      same(`${trainings.before}`),
      changeOf(trainings.now, trainings.before),
    ],
    [figureNames.due, ...count('due')],
    [figureNames.answered, ...count('answered')],
    [figureNames.completion, ...rate((value) => part(value.answered, value.due))],
    [figureNames.withoutExcused, ...rate((value) => part(value.answered, value.due - value.excused))],
    [
      figureNames.satisfaction,
      written(satisfaction.now, (value) => formatShare(value.share)),
      written(satisfaction.before, (value) => formatShare(value.share)),
      verdicts[satisfaction.trend],
    ],
  ];
};

type DimensionRow = ReportView['dimensions'][number];

/** Each dimension now, before and whether it clearly changed. */
export const trendTable = ({ dimensions }: ReportView): FigureTable => ({
  header: [columnNames.dimension, columnNames.now, columnNames.before, columnNames.change],
  rows: dimensions.filter(({ now, before }) => now !== 'none' || before !== 'none').map(dimensionRow),
});

const dimensionRow = ({ dimension, now, before, trend }: DimensionRow): Text[] => [
  dimensionNames[dimension],
  written(now, formatScore),
  written(before, formatScore),
  verdicts[trend],
];

const move = ({ dimension, now, before, trend }: DimensionRow): Text[] =>
  (trend === 'better' || trend === 'worse') && typeof now === 'number' && typeof before === 'number'
    ? [scoreMoves(trend, dimensionNames[dimension], now, before)]
    : [];

/** The dimensions that clearly changed, in a sentence; a chart cannot show them. */
export const movesText = ({ empty, over, dimensions }: ReportView): Text => {
  if (empty) return noResults[over ? 'ever' : 'yet'];
  const moves = dimensions.flatMap(move);
  if (moves.length > 0)
    return { zh: moves.map((one) => one.zh).join('；'), en: moves.map((one) => one.en).join('; ') };
  return dimensions.some((one) => one.trend === 'no-clear-change') ? nothingMoved : same('');
};

/** A training of the period and how its rounds went, a line each. */
export interface TrainingLines {
  readonly training: string;
  readonly lines: readonly Text[];
}

export const trainingLines = ({ list }: ReportView): TrainingLines[] =>
  list.map(({ training, rounds }) => ({ training, lines: rounds.map(roundLine) }));

const roundLine = (round: ReportView['list'][number]['rounds'][number]): Text => {
  const { completion, satisfaction, state, questionnaire } = round;
  const begun = state === 'open' || state === 'closed';
  const done = !begun || completion === 'none' ? undefined : completion;
  return roundSummary(
    questionnaire,
    roundStates[state],
    done === undefined
      ? undefined
      : done === 'hidden'
        ? notShownShort
        : same(completionFigure(done.answered, done.due)),
    typeof satisfaction === 'number' ? same(formatShare(satisfaction)) : undefined,
  );
};

export const reportHeadlines = ({ empty, completion, satisfaction, settings }: ReportView): Headline[] => {
  const { scores } = settings.minimumGroup;
  return empty
    ? []
    : [completionHeadline(completion.now, scores), satisfactionHeadline(satisfaction.now, scores)];
};

/** The dimensions that have a score in the period. */
export const reportBars = ({ empty, dimensions }: ReportView): { dimension: Dimension; score: number }[] =>
  empty
    ? []
    : dimensions.flatMap(({ dimension, now }) =>
        typeof now === 'number' ? [{ dimension, score: now }] : [],
      );

/** Whose trainings, against what, and what else may be asked for. */
export const scopeText = ({ scope, before, others = [] }: ReportView): Text => {
  const whose = scopeName(scope);
  const against = compared(before);
  const more = others.length === 0 ? same('') : otherReports(others);
  return { zh: `${whose.zh}，${against.zh}${more.zh}`, en: `${whose.en}, ${against.en}${more.en}` };
};

const scopeName = (scope: ReportView['scope']): Text => {
  if (scope === 'all') return scopeAll;
  if ('department' in scope) return scopeDepartment(scope.department);
  return scope.of === undefined ? scopePeople(scope.people) : scopePeopleOf(scope.of, scope.people);
};

/** Above the weakest points; where too few answered to tell, that. */
export const worstHeading = (view: ReportView): Text => {
  if (view.empty) return same('');
  return reportBars(view).length === 0 && view.issues.length === 0
    ? issuesUnknown
    : worstTitle(view.issues.length);
};

/** What each figure means. */
export const reportFootnotes = ({ settings }: ReportView): Text[] => [
  definitions.completion,
  definitions.satisfaction,
  definitions.dimension,
  definitions.trend,
  definitions.period,
  issueDefinition(settings.issueRule),
  thresholdDefinition(settings.minimumGroup),
];
