import { same, type Text } from '../../domain/kernel/text.ts';
import { dayText } from '../../wording/dates.ts';
import { itemAbout, itemFigures } from '../../wording/figure-words.ts';
import {
  dueSoonNotice,
  historyLine,
  historyPassedOn,
  historyStates,
  assignmentFacts as names,
  overdueNotice,
} from '../../wording/improvement-words.ts';
import type { AssignmentView } from './assignment-view.ts';

/** What an improvement is about, name by name. */
export const assignmentFacts = (view: AssignmentView): { readonly name: Text; readonly text: Text }[] => [
  { name: names.training, text: same(view.training) },
  { name: names.issue, text: itemAbout(view.item, view.instructor) },
  { name: names.figures, text: itemFigures(view.figures) },
  { name: names.measure, text: same(view.measure) },
  { name: names.due, text: dayText(view.dueDate) },
  { name: names.by, text: same(view.assignedBy) },
];

/** Why a reminder comes; nothing once it is done. */
export const noticeText = ({ notice, state, dueDate }: AssignmentView): Text => {
  if (notice === undefined || state === 'done') return same('');
  return notice === 'overdue' ? overdueNotice(dayText(dueDate)) : dueSoonNotice(dayText(dueDate));
};

/** Who did what when, oldest first. */
export const historyLines = ({ history }: AssignmentView): Text[] =>
  history.map(({ on, by, what, to = '', comment = '' }) =>
    historyLine(dayText(on), by, what === 'passed-on' ? historyPassedOn(to) : historyStates[what], comment),
  );
