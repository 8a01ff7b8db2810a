import { same, type Text } from '../../domain/kernel/text.ts';
import { definitions, thresholdDefinition } from '../../wording/definition-words.ts';
import { columnNames, hiddenUnder, scoreCell, shareCell } from '../../wording/figure-words.ts';
import {
  commentsHidden,
  instructorHidden,
  instructorNext,
  instructorNextWithout,
  instructorThanks,
  instructorThanksOnly,
  moreComments,
  noComments,
  roomToGrow,
  strengthLine,
} from '../../wording/result-words.ts';
import type { FigureTable } from '../figure-table.ts';
import type { InstructorResultView } from './instructor-result-view.ts';
import { isLimitedAnswer } from './other-answers-text.ts';

/** Means of at least this are told as strengths; at most three. */
const strongFrom = 4;
const mostStrengths = 3;

/** Nothing may be shown: too few answered. */
export const saysNothing = ({ items, satisfaction }: InstructorResultView): boolean =>
  items.length === 0 && typeof satisfaction === 'string';

/** Opens with thanks; where so few were due that even their number would tell, with thanks alone. */
export const thanksText = ({ completion, training, name }: InstructorResultView): Text =>
  typeof completion === 'string'
    ? instructorThanksOnly(training, name)
    : instructorThanks(training, name, completion.answered, completion.due, completion.partly ?? 0);

/** Why there is nothing, where it is so (P3). */
export const hiddenText = (view: InstructorResultView): Text =>
  saysNothing(view) ? instructorHidden(view.settings.minimumGroup.scores) : same('');

/** What was valued most, best first; nothing that is an issue. */
export const strengthLines = ({ items }: InstructorResultView): Text[] =>
  items
    .flatMap(({ name, figures: { mean }, weak }) =>
      mean === undefined || mean < strongFrom || weak ? [] : [{ name, mean }],
    )
    .sort((one, other) => other.mean - one.mean)
    .slice(0, mostStrengths)
    .map(({ name, mean }) => strengthLine(name, mean));

export const itemTable = ({ items, settings }: InstructorResultView): FigureTable => ({
  header: [columnNames.item, columnNames.score, columnNames.satisfied, columnNames.n],
  rows: items.map(({ name, figures: { mean, satisfaction, n, atMost }, deviation, weak }) => [
    weak ? { zh: `${name.zh} · ${roomToGrow.zh}`, en: `${name.en} · ${roomToGrow.en}` } : name,
    mean === undefined
      ? hiddenUnder(settings.minimumGroup.scores)
      : scoreCell(mean, atMost?.mean === true, deviation),
    shareCell(satisfaction, n, atMost),
    same(`${n}`),
  ]),
});

/** Below the comments, of which `shown` fitted. */
export const commentsNote = ({ comments, settings }: InstructorResultView, shown: number): Text => {
  if (comments.count === 0)
    return comments.withheld ? commentsHidden(settings.minimumGroup.comments) : noComments;
  return comments.count > shown ? moreComments(comments.count - shown) : same('');
};

/** What happens next. */
export const nextText = (view: InstructorResultView): Text => {
  const weak = view.items.some((item) => item.weak);
  return weak || view.judged === 'all' ? instructorNext(weak) : instructorNextWithout;
};

/** What each figure means. */
export const instructorFootnotes = ({ items, others, settings }: InstructorResultView): Text[] => [
  definitions.satisfaction,
  definitions.itemSatisfaction,
  ...(items.some(({ deviation }) => deviation !== undefined) ? [definitions.deviation] : []),
  ...(items.some(({ figures }) => figures.atMost !== undefined) || others.some(isLimitedAnswer)
    ? [definitions.atMost]
    : []),
  thresholdDefinition(settings.minimumGroup),
];
