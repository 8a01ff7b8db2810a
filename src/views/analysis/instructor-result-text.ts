import { same, type Text } from '../../domain/kernel/text.ts';
import { definitions, thresholdDefinition } from '../../wording/definition-words.ts';
import { columnNames } from '../../wording/figure-words.ts';
import { formatScore, formatShare } from '../../wording/format.ts';
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
    : instructorThanks(training, name, completion.answered, completion.due);

/** Why there is nothing, where it is so (P3). */
export const hiddenText = (view: InstructorResultView): Text =>
  saysNothing(view) ? instructorHidden(view.settings.minimumGroup.scores) : same('');

/** What was valued most, best first; nothing that is an issue. */
export const strengthLines = ({ items }: InstructorResultView): Text[] =>
  items
    .toSorted((one, other) => other.figures.mean - one.figures.mean)
    .filter((item) => item.figures.mean >= strongFrom && !item.weak)
    .slice(0, mostStrengths)
    .map((item) => strengthLine(item.name, item.figures.mean));

export const itemTable = ({ items }: InstructorResultView): FigureTable => ({
  header: [columnNames.item, columnNames.score, columnNames.satisfied, columnNames.n],
  rows: items.map(({ name, figures, weak }) => [
    weak ? { zh: `${name.zh} · ${roomToGrow.zh}`, en: `${name.en} · ${roomToGrow.en}` } : name,
    same(formatScore(figures.mean)),
    same(formatShare(figures.satisfaction)),
    same(`${figures.n}`),
  ]),
});

/** Below the comments, of which `shown` fitted. */
export const commentsNote = ({ comments, settings }: InstructorResultView, shown: number): Text => {
  if (comments === 'hidden') return commentsHidden(settings.minimumGroup.comments);
  if (comments.length === 0) return noComments;
  return comments.length > shown ? moreComments(comments.length - shown) : same('');
};

/** What happens next. */
export const nextText = (view: InstructorResultView): Text =>
  saysNothing(view) ? instructorNextWithout : instructorNext(view.items.filter((item) => item.weak).length);

/** What each figure means. */
export const instructorFootnotes = ({ settings }: InstructorResultView): Text[] => [
  definitions.satisfaction,
  definitions.itemSatisfaction,
  thresholdDefinition(settings.minimumGroup),
];
