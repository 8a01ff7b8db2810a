import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/assignment.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import { same } from '../../../domain/kernel/text.ts';
import type { AssignmentView } from '../../../views/improvements/assignment-view.ts';
import { dayText } from '../../../wording/dates.ts';
import { itemAbout, itemFigures } from '../../../wording/figure-words.ts';
import {
  addComment,
  assignmentEyebrow,
  assignmentFacts,
  assignmentTitles,
  comment,
  commentPlaceholder,
  dueSoonNotice,
  historyLine,
  historyStates,
  historyTitle,
  markDone,
  markStarted,
  onlyComment,
  overdueNotice,
} from '../../../wording/improvement-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { type Button, button } from '../button.ts';
import { expandCard } from '../expand-card.ts';

const card = new Template(template);
/** Older steps than these are not shown. */
const shownSteps = 12;

const noticeText = (view: AssignmentView): Text => {
  if (view.notice === undefined || view.state === 'done') return same('');
  return view.notice === 'overdue'
    ? overdueNotice(dayText(view.dueDate))
    : dueSoonNotice(dayText(view.dueDate));
};

const buttons = ({ state, improvement }: AssignmentView, language: Language): Button[] => {
  const data = { improvement };
  return [
    ...(state === 'assigned' ? [button('improvement-started', markStarted, language, data, 'positive')] : []),
    ...(state === 'done'
      ? []
      : [button('improvement-done', markDone, language, data, state === 'started' ? 'positive' : 'default')]),
    button('improvement-comment', state === 'done' ? addComment : onlyComment, language, data),
  ];
};

/** To the owner of an improvement: what it is about, how far it is, and the next step (I1, I2). */
export const assignmentCard = (view: AssignmentView, language: Language): AdaptiveCard => {
  const facts: [Text, Text][] = [
    [assignmentFacts.training, same(view.training)],
    [assignmentFacts.issue, itemAbout(view.item, view.instructor)],
    [assignmentFacts.figures, itemFigures(view.figures)],
    [assignmentFacts.measure, same(view.measure)],
    [assignmentFacts.due, dayText(view.dueDate)],
    [assignmentFacts.by, same(view.assignedBy)],
  ];
  return expandCard(card, {
    eyebrow: assignmentEyebrow[language],
    title: assignmentTitles[view.state][language],
    notice: noticeText(view)[language],
    facts: facts.map(([name, text]) => ({ name: name[language], text: text[language] })),
    historyTitle: historyTitle[language],
    history: view.history.slice(-shownSteps).map((step) => ({
      text: historyLine(dayText(step.on), step.by, historyStates[step.what], step.comment ?? '')[language],
    })),
    error: view.error?.[language] ?? '',
    commentLabel: comment[language],
    commentPlaceholder: commentPlaceholder[language],
    comment: view.typed ?? '',
    buttons: buttons(view, language),
  });
};
