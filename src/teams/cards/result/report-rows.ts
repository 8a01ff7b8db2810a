import type { Language, Text } from '../../../domain/kernel/text.ts';
import { same } from '../../../domain/kernel/text.ts';
import type { Shown } from '../../../views/analysis/figure-view.ts';
import type { PeriodCompletion, ReportView } from '../../../views/reports/report-view.ts';
import { dimensionNames } from '../../../wording/dimension-words.ts';
import { completionFigure, noFigure, notShownShort } from '../../../wording/figure-words.ts';
import { formatChange, formatScore, formatShare } from '../../../wording/format.ts';
import {
  figureNames,
  nothingMoved,
  pointsChange,
  roundSummary,
  scoreMoves,
  verdicts,
} from '../../../wording/report-words.ts';
import { roundStates } from '../../../wording/round-words.ts';
import type { Json } from '../adaptive-card.ts';

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

/** The table of figures: name, now, before, change. */
export const figureRows = ({ trainings, completion, satisfaction }: ReportView): Text[][] => {
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

/** A dimension's row where charts are unknown: name, now, before, verdict. */
export const dimensionRow = ({ dimension, now, before, trend }: DimensionRow): Text[] => [
  dimensionNames[dimension],
  written(now, formatScore),
  written(before, formatScore),
  verdicts[trend],
];

const move = ({ dimension, now, before, trend }: DimensionRow): Text[] =>
  (trend === 'better' || trend === 'worse') && typeof now === 'number' && typeof before === 'number'
    ? [scoreMoves(trend, dimensionNames[dimension], now, before)]
    : [];

/** The dimensions that clearly changed, in a sentence; the chart cannot show them. */
export const movesText = ({ dimensions }: ReportView): Text => {
  const moves = dimensions.flatMap(move);
  if (moves.length > 0)
    return { zh: moves.map((one) => one.zh).join('；'), en: moves.map((one) => one.en).join('; ') };
  return dimensions.some((one) => one.trend === 'no-clear-change') ? nothingMoved : same('');
};

/** More would be a wall; `/status` tells of each. */
export const mostTrainings = 8;

/** The period's trainings, each with how its rounds went. */
export const trainingRows = ({ list }: ReportView, language: Language): Json =>
  list.slice(0, mostTrainings).map(({ training, rounds }) => ({
    name: training,
    figures: rounds.map((round) => roundLine(round)[language]).join('\n'),
  }));

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
