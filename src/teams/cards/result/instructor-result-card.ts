import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/instructor-result.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import { same } from '../../../domain/kernel/text.ts';
import type { InstructorResultView } from '../../../views/analysis/instructor-result-view.ts';
import { dayText } from '../../../wording/dates.ts';
import { definitions, thresholdDefinition } from '../../../wording/definition-words.ts';
import { columnNames } from '../../../wording/figure-words.ts';
import { formatScore, formatShare } from '../../../wording/format.ts';
import {
  commentsHidden,
  commentsTitle,
  figuresTitle,
  instructorHidden,
  instructorNext,
  instructorNextWithout,
  instructorThanks,
  instructorThanksOnly,
  instructorTitle,
  moreComments,
  nextTitle,
  noComments,
  resultEyebrow,
  roomToGrow,
  strengthLine,
  strengthsTitle,
} from '../../../wording/result-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';
import { headlineRows, inLanguage, tableOf } from '../lay-figures.ts';
import { satisfactionHeadline } from './headlines.ts';

const card = new Template(template);
/** Means of at least this are told as strengths; at most three. */
const strongFrom = 4;
/** Comments beyond this many characters together do not fit the card. */
const roomForComments = 12_000;

const fitting = (comments: readonly string[]): readonly string[] => {
  let length = 0;
  return comments.filter((comment) => {
    length += comment.length + 100;
    return length <= roomForComments;
  });
};

const commentsNote = (comments: InstructorResultView['comments'], shown: number, minimum: number): Text => {
  if (comments === 'hidden') return commentsHidden(minimum);
  if (comments.length === 0) return noComments;
  return comments.length > shown ? moreComments(comments.length - shown) : same('');
};

/** To an instructor, about their own training only: strengths first, then all figures, comments and what comes next (W2). */
export const instructorResultCard = (view: InstructorResultView, language: Language): AdaptiveCard => {
  const { minimumGroup } = view.settings;
  const nothing = view.items.length === 0 && typeof view.satisfaction === 'string';
  const best = [...view.items].sort((one, other) => other.figures.mean - one.figures.mean);
  const strengths = best.filter((item) => item.figures.mean >= strongFrom && !item.weak).slice(0, 3);
  const comments = view.comments === 'hidden' ? [] : fitting(view.comments);
  const thanks =
    typeof view.completion === 'string'
      ? instructorThanksOnly(view.training, view.name)
      : instructorThanks(view.training, view.name, view.completion.answered, view.completion.due);
  return expandCard(card, {
    eyebrow: resultEyebrow(view.questionnaire, dayText(view.dueDate))[language],
    title: instructorTitle[language],
    thanks: thanks[language],
    hidden: nothing ? instructorHidden(minimumGroup.scores)[language] : '',
    headlines: nothing
      ? []
      : headlineRows([satisfactionHeadline(view.satisfaction, minimumGroup.scores)], language),
    strengthsTitle: strengthsTitle[language],
    strengths: inLanguage(
      strengths.map((item) => strengthLine(item.name, item.figures.mean)),
      language,
    ),
    figuresTitle: figuresTitle[language],
    figures: tableOf(
      [columnNames.item, columnNames.score, columnNames.satisfied, columnNames.n],
      view.items.map(({ name, figures, weak }) => [
        weak ? { zh: `${name.zh} · ${roomToGrow.zh}`, en: `${name.en} · ${roomToGrow.en}` } : name,
        same(formatScore(figures.mean)),
        same(formatShare(figures.satisfaction)),
        same(`${figures.n}`),
      ]),
      language,
    ),
    commentsTitle: nothing ? '' : commentsTitle[language],
    comments: comments.map((text) => ({ text })),
    commentsNote: nothing
      ? ''
      : commentsNote(view.comments, comments.length, minimumGroup.comments)[language],
    nextTitle: nextTitle[language],
    next: (nothing ? instructorNextWithout : instructorNext(view.items.filter((item) => item.weak).length))[
      language
    ],
    footnotes: inLanguage(
      [definitions.satisfaction, definitions.itemSatisfaction, thresholdDefinition(minimumGroup)],
      language,
    ),
  });
};
