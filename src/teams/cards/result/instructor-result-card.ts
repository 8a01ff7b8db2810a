import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/instructor-result.json' with { type: 'json' };
import type { Language } from '../../../domain/kernel/text.ts';
import { satisfactionHeadline } from '../../../views/analysis/headlines.ts';
import {
  commentsNote,
  hiddenText,
  instructorFootnotes,
  itemTable,
  nextText,
  saysNothing,
  strengthLines,
  thanksText,
} from '../../../views/analysis/instructor-result-text.ts';
import type { InstructorResultView } from '../../../views/analysis/instructor-result-view.ts';
import { otherAnswerLines } from '../../../views/analysis/other-answers-text.ts';
import { dayText } from '../../../wording/dates.ts';
import {
  commentsTitle,
  figuresTitle,
  instructorTitle,
  nextTitle,
  resultEyebrow,
  strengthsTitle,
} from '../../../wording/result-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';
import { headlineRows, inLanguage, tableOf } from '../lay-figures.ts';

const card = new Template(template);
/** Comments beyond this many characters together do not fit the card. */
const roomForComments = 12_000;

const fitting = (comments: readonly string[]): readonly string[] => {
  let length = 0;
  return comments.filter((comment) => {
    length += comment.length + 100;
    return length <= roomForComments;
  });
};

/** To an instructor, about their own training only: strengths first, then all figures, comments and what comes next (W2). */
export const instructorResultCard = (view: InstructorResultView, language: Language): AdaptiveCard => {
  const nothing = saysNothing(view);
  const comments = fitting(view.comments.texts);
  const headlines = nothing
    ? []
    : [satisfactionHeadline(view.satisfaction, view.settings.minimumGroup.scores)];
  return expandCard(card, {
    eyebrow: resultEyebrow(view.questionnaire, dayText(view.dueDate))[language],
    title: instructorTitle[language],
    thanks: thanksText(view)[language],
    hidden: hiddenText(view)[language],
    headlines: headlineRows(headlines, language),
    strengthsTitle: strengthsTitle[language],
    strengths: inLanguage(strengthLines(view), language),
    figuresTitle: figuresTitle[language],
    figures: tableOf(itemTable(view), language),
    others: inLanguage(otherAnswerLines(view.others), language),
    commentsTitle: nothing ? '' : commentsTitle[language],
    comments: comments.map((text) => ({ text })),
    commentsNote: nothing ? '' : commentsNote(view, comments.length)[language],
    nextTitle: nextTitle[language],
    next: nextText(view)[language],
    footnotes: inLanguage(instructorFootnotes(view), language),
  });
};
