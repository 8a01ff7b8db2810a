import type { Language, Text } from '../../../domain/kernel/text.ts';
import { dayText } from '../../../wording/dates.ts';
import { type ItemFigures, itemAbout, itemFigures } from '../../../wording/figure-words.ts';
import { assign, issueOwner, issueStates, overdue } from '../../../wording/result-words.ts';
import type { CardData, Json } from '../adaptive-card.ts';
import { button } from '../button.ts';

/** One weak item: open with "Assign", or with its owner and how far it is. */
export interface ResultIssueView {
  /** Short name of the item. */
  readonly name: Text;
  readonly instructor?: string;
  readonly figures: ItemFigures;
  readonly assigned?: {
    readonly owner: string;
    readonly state: 'assigned' | 'started' | 'done';
    readonly dueDate: string;
    readonly overdue: boolean;
  };
  readonly data: CardData;
}

const colours = { assigned: 'Accent', started: 'Accent', done: 'Good' } as const;

export const resultIssue = (issue: ResultIssueView, language: Language): Json => {
  const { assigned } = issue;
  const state = assigned === undefined ? undefined : assigned.overdue ? overdue : issueStates[assigned.state];
  return {
    name: itemAbout(issue.name, issue.instructor)[language],
    figures: itemFigures(issue.figures)[language],
    owner:
      assigned === undefined || state === undefined
        ? ''
        : issueOwner(assigned.owner, state, dayText(assigned.dueDate))[language],
    ownerColour:
      assigned === undefined ? 'Default' : assigned.overdue ? 'Attention' : colours[assigned.state],
    buttons: assigned === undefined ? [{ ...button('assign-open', assign, language, issue.data) }] : [],
  };
};
