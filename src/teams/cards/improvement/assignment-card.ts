import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/assignment.json' with { type: 'json' };
import { longestComment } from '../../../domain/improvements/work-on-improvement.ts';
import type { Language } from '../../../domain/kernel/text.ts';
import { assignmentFacts, historyLines, noticeText } from '../../../views/improvements/assignment-text.ts';
import type { AssignmentView } from '../../../views/improvements/assignment-view.ts';
import {
  addComment,
  assignmentEyebrow,
  assignmentTitles,
  comment,
  commentPlaceholder,
  historyTitle,
  markDone,
  markStarted,
  onlyComment,
  passOn,
} from '../../../wording/improvement-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { type Button, button } from '../button.ts';
import { expandCard } from '../expand-card.ts';
import { inLanguage } from '../lay-figures.ts';

const card = new Template(template);
/** Older steps than these are not shown. */
const shownSteps = 12;

const buttons = ({ state, improvement, mayPassOn }: AssignmentView, language: Language): Button[] => {
  const data = { improvement };
  return [
    ...(state === 'assigned' ? [button('improvement-started', markStarted, language, data, 'positive')] : []),
    ...(state === 'done'
      ? []
      : [button('improvement-done', markDone, language, data, state === 'started' ? 'positive' : 'default')]),
    button('improvement-comment', state === 'done' ? addComment : onlyComment, language, data),
    ...(mayPassOn === true ? [button('pass-on-open', passOn, language, data)] : []),
  ];
};

/** To the owner of an improvement: what it is about, how far it is, and the next step (I1, I2). */
export const assignmentCard = (view: AssignmentView, language: Language): AdaptiveCard => {
  return expandCard(card, {
    eyebrow: assignmentEyebrow[language],
    title: assignmentTitles[view.state][language],
    notice: noticeText(view)[language],
    facts: assignmentFacts(view).map(({ name, text }) => ({ name: name[language], text: text[language] })),
    historyTitle: historyTitle[language],
    history: inLanguage(historyLines(view).slice(-shownSteps), language),
    error: view.error?.[language] ?? '',
    commentLabel: comment[language],
    commentPlaceholder: commentPlaceholder[language],
    comment: view.typed ?? '',
    longestComment,
    buttons: buttons(view, language),
  });
};
