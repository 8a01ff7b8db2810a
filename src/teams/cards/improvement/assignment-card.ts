import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/assignment.json' with { type: 'json' };
import type { ImprovementState } from '../../../domain/improvements/improvement.ts';
import type { Language, Text } from '../../../domain/kernel/text.ts';
import { dayText } from '../../../wording/dates.ts';
import { type ItemFigures, itemAbout, itemFigures } from '../../../wording/figure-words.ts';
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
import type { AdaptiveCard, CardData } from '../adaptive-card.ts';
import { type Button, button } from '../button.ts';
import { expandCard } from '../expand-card.ts';
import { same } from '../lay-figures.ts';

export interface AssignmentView {
  readonly training: string;
  readonly issue: Text;
  readonly instructor?: string;
  readonly figures: ItemFigures;
  readonly measure: string;
  readonly dueDate: string;
  readonly assignedBy: string;
  readonly state: ImprovementState;
  /** A reminder says why it comes. */
  readonly notice?: 'due-soon' | 'overdue';
  /** Oldest first; `on`: local date; `what` comment: a comment that changed no state. */
  readonly history: readonly {
    readonly on: string;
    readonly by: string;
    readonly what: ImprovementState | 'comment';
    readonly comment?: string;
  }[];
  /** What was typed before and refused, and why. */
  readonly typed?: string;
  readonly error?: Text;
  readonly data: CardData;
}

const card = new Template(template);
/** Older steps than these are not shown. */
const shownSteps = 12;

const noticeText = (view: AssignmentView): Text => {
  if (view.notice === undefined || view.state === 'done') return same('');
  return view.notice === 'overdue'
    ? overdueNotice(dayText(view.dueDate))
    : dueSoonNotice(dayText(view.dueDate));
};

const buttons = ({ state, data }: AssignmentView, language: Language): Button[] => [
  ...(state === 'assigned' ? [button('improvement-started', markStarted, language, data, 'positive')] : []),
  ...(state === 'done'
    ? []
    : [button('improvement-done', markDone, language, data, state === 'started' ? 'positive' : 'default')]),
  button('improvement-comment', state === 'done' ? addComment : onlyComment, language, data),
];

/** To the owner of an improvement: what it is about, how far it is, and the next step (I1, I2). */
export const assignmentCard = (view: AssignmentView, language: Language): AdaptiveCard => {
  const facts: [Text, Text][] = [
    [assignmentFacts.training, same(view.training)],
    [assignmentFacts.issue, itemAbout(view.issue, view.instructor)],
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
