import { same, type Text } from '../../domain/kernel/text.ts';
import type { Dimension } from '../../domain/questionnaires/clauses.ts';
import { dimensionNames } from '../../wording/dimension-words.ts';
import {
  columnNames,
  completionFigure,
  hiddenUnder,
  noFigure,
  roughCompletion,
  scoreCell,
  shareCell,
} from '../../wording/figure-words.ts';
import { formatDifference, formatShare } from '../../wording/format.ts';
import {
  compared,
  completionHidden,
  figureNames,
  judgedAbove,
  limitMoves,
  noResults,
  nothingMoved,
  otherReports,
  pointsChange,
  roundCompletion,
  roundSummary,
  scopeAll,
  scopeDepartment,
  scopePeople,
  scopePeopleOf,
  scoreMoves,
  verdicts,
  worstTitle,
} from '../../wording/report-words.ts';
import { roundStates } from '../../wording/round-words.ts';
import type { Score, ShareFigure, Shown } from '../analysis/figure-view.ts';
import {
  completionHeadline,
  type Headline,
  npsHeadline,
  satisfactionHeadline,
  scrapHeadline,
} from '../analysis/headlines.ts';
import { noIssuesHeading } from '../analysis/result-text.ts';
import type { FigureTable } from '../figure-table.ts';
import type { PeriodCompletion, ReportView } from './report-view.ts';

const shown = <Value>(figure: Shown<Value>, minimum: number, show: (value: Value) => Text): Text => {
  if (figure === 'hidden') return hiddenUnder(minimum);
  if (figure === 'none') return noFigure;
  return show(figure as Value);
};

type Counts = Extract<PeriodCompletion, { readonly due: number }>;

const isCounted = (figure: PeriodCompletion): figure is Counts =>
  typeof figure === 'object' && 'due' in figure;

/** Numbers of people, or the word they are told in. */
const peopleCell = (figure: PeriodCompletion, minimum: number, write: (value: Counts) => Text): Text =>
  shown(figure, minimum, (value) => ('due' in value ? write(value) : roughCompletion[value.roughly]));

const part = (some: number, all: number): number | undefined => (all <= 0 ? undefined : some / all);

const rateOf = (figure: PeriodCompletion, of: (value: Counts) => number | undefined): number | undefined =>
  isCounted(figure) ? of(figure) : undefined;

const counted = (figure: PeriodCompletion, of: 'due' | 'answered'): number | undefined =>
  isCounted(figure) ? figure[of] : undefined;

const changeOf = (now: number | undefined, before: number | undefined): Text =>
  now === undefined || before === undefined ? verdicts.unknown : same(formatDifference(now, before, 0));

/** Each figure now, before and its change; nothing while no round is closed. */
export const figureTable = (view: ReportView): FigureTable => ({
  header: [columnNames.measure, columnNames.now, columnNames.before, columnNames.change],
  rows: view.empty ? [] : figureRows(view),
});

const figureRows = ({ trainings, completion, satisfaction, settings }: ReportView): Text[][] => {
  const { scores } = settings.minimumGroup;
  const { now, before } = completion;
  const count = (of: 'due' | 'answered'): Text[] => [
    peopleCell(now, scores, (value) => same(`${value[of]}`)),
    peopleCell(before, scores, (value) => same(`${value[of]}`)),
    changeOf(counted(now, of), counted(before, of)),
  ];
  const rate = (of: (value: Counts) => number | undefined): Text[] => {
    const [late, early] = [rateOf(now, of), rateOf(before, of)];
    const cell = (figure: PeriodCompletion): Text =>
      peopleCell(figure, scores, (value) => {
        const share = of(value);
        return share === undefined ? noFigure : same(formatShare(share));
      });
    return [
      cell(now),
      cell(before),
      late === undefined || early === undefined ? verdicts.unknown : pointsChange(late, early),
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
      shown(satisfaction.now, scores, satisfied),
      shown(satisfaction.before, scores, satisfied),
      verdicts[satisfaction.trend],
    ],
  ];
};

const satisfied = ({ share, n, atMost }: ShareFigure): Text => shareCell(share, n, atMost);

type DimensionRow = ReportView['dimensions'][number];

/** Each dimension now, before and whether it clearly changed, over the questions that both periods asked. */
export const trendTable = ({ dimensions }: ReportView): FigureTable => ({
  header: [columnNames.dimension, columnNames.now, columnNames.before, columnNames.change],
  rows: dimensions.map(dimensionRow),
});

const score = ({ value, atMost }: Score): Text => scoreCell(value, atMost === true);

const dimensionRow = ({ dimension, now, compared }: DimensionRow): Text[] =>
  compared === undefined
    ? [dimensionNames[dimension], score(now), noFigure, verdicts.unknown]
    : [
        dimensionNames[dimension],
        score(compared.now),
        score(compared.before),
        isJudged(dimension) ? verdicts[compared.trend] : judgedAbove,
      ];

/** The mean of the overall item is no second test: its share is the one that is judged. */
const isJudged = (dimension: Dimension): boolean => dimension !== 'D5';

const move = ({ dimension, now, compared }: DimensionRow): Text[] => {
  if (compared === undefined || compared.trend === 'no-clear-change' || !isJudged(dimension)) return [];
  const { trend, before, now: late } = compared;
  if (late.atMost === true || before.atMost === true)
    return [limitMoves(trend, dimensionNames[dimension], score(late), score(before))];
  const overAll = late.value === now.value;
  return [scoreMoves(trend, dimensionNames[dimension], late.value, before.value, overAll)];
};

/** The dimensions that clearly changed, in a sentence; a chart cannot show them. */
export const movesText = ({ empty, over, dimensions, satisfaction }: ReportView): Text => {
  if (empty) return noResults[over ? 'ever' : 'yet'];
  const moves = dimensions.flatMap(move);
  if (moves.length > 0)
    return { zh: moves.map((one) => one.zh).join('；'), en: moves.map((one) => one.en).join('; ') };
  return dimensions.some(({ dimension, compared }) => compared !== undefined && isJudged(dimension))
    ? nothingMoved(satisfaction.trend === 'better' || satisfaction.trend === 'worse')
    : same('');
};

/** A training of the period and how its rounds went, a line each. */
export interface TrainingLines {
  readonly training: string;
  readonly lines: readonly Text[];
}

export const trainingLines = ({ list, settings }: ReportView): TrainingLines[] =>
  list.map(({ training, rounds }) => ({
    training,
    lines: rounds.map((round) => roundLine(round, settings.minimumGroup.scores)),
  }));

const roundLine = (round: ReportView['list'][number]['rounds'][number], minimum: number): Text => {
  const { completion, satisfaction, state, questionnaire } = round;
  const begun = state === 'open' || state === 'closed';
  return roundSummary(
    questionnaire,
    roundStates[state],
    begun ? completionOf(completion, minimum) : undefined,
    typeof satisfaction === 'string' ? undefined : satisfied(satisfaction),
  );
};

const completionOf = (completion: PeriodCompletion, minimum: number): Text | undefined => {
  if (completion === 'none') return undefined;
  if (completion === 'hidden') return completionHidden(minimum);
  return 'due' in completion
    ? roundCompletion(same(completionFigure(completion.answered, completion.due)))
    : roughCompletion[completion.roughly];
};

export const reportHeadlines = ({
  empty,
  completion,
  satisfaction,
  nps,
  scrap,
  settings,
}: ReportView): Headline[] => {
  const { scores } = settings.minimumGroup;
  return empty
    ? []
    : [
        completionHeadline(completion.now, scores),
        satisfactionHeadline(satisfaction.now, scores),
        ...(nps === undefined ? [] : [npsHeadline(nps, scores)]),
        ...(scrap === undefined ? [] : [scrapHeadline(scrap, scores)]),
      ];
};

/** The dimensions that have a score in the period. */
export const reportBars = ({ empty, dimensions }: ReportView): { dimension: Dimension; score: Score }[] =>
  empty ? [] : dimensions.map(({ dimension, now }) => ({ dimension, score: now }));

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
  if (view.issues.length > 0) return worstTitle;
  const { judged, settings } = view;
  return noIssuesHeading(
    reportBars(view).map(({ score: one }) => one),
    judged,
    settings.issueRule,
  );
};
