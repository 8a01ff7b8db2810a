import type { Language } from '../../../domain/kernel/text.ts';
import type { RaisedIssueView } from '../../../views/issues/raised-issue-view.ts';
import { dayText } from '../../../wording/dates.ts';
import { itemAbout, itemFigures } from '../../../wording/figure-words.ts';
import { passOn } from '../../../wording/improvement-words.ts';
import { assign, issueOwner, issueStates, overdue } from '../../../wording/result-words.ts';
import type { Json } from '../adaptive-card.ts';
import { type Button, button } from '../button.ts';

const colours = { assigned: 'Accent', started: 'Accent', done: 'Good' } as const;

/** One weak item: open with "Assign", or with its owner and how far it is. */
export const resultIssue = (issue: RaisedIssueView, language: Language): Json => {
  const { assigned } = issue;
  const state = assigned === undefined ? undefined : assigned.overdue ? overdue : issueStates[assigned.state];
  return {
    name: itemAbout(issue.item, issue.instructor)[language],
    figures: itemFigures(issue.figures, issue.deviation)[language],
    owner:
      assigned === undefined || state === undefined
        ? ''
        : issueOwner(assigned.owner, state, dayText(assigned.dueDate))[language],
    ownerColour:
      assigned === undefined ? 'Default' : assigned.overdue ? 'Attention' : colours[assigned.state],
    buttons: buttonsOf(issue, language).map((one) => ({ ...one })),
  };
};

/** Open, it can be assigned; until it is done, to somebody else. */
const buttonsOf = ({ issue, assigned }: RaisedIssueView, language: Language): Button[] => {
  if (issue === undefined) return [];
  if (assigned === undefined) return [button('assign-open', assign, language, { issue })];
  const { improvement, state } = assigned;
  return state === 'done' ? [] : [button('pass-on-open', passOn, language, { improvement })];
};
