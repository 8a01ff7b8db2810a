import type { Language, Text } from '../../domain/kernel/text.ts';
import { dayText } from '../../wording/dates.ts';
import { itemAbout } from '../../wording/figures.ts';
import { assignedLines, assignedTitle, assignedTold } from '../../wording/improvement.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { noticeCard } from './notice.ts';
import { same } from './shown-figures.ts';

export interface AssignDoneView {
  readonly training: string;
  readonly issue: Text;
  readonly instructor?: string;
  readonly owner: string;
  readonly measure: string;
  readonly dueDate: string;
}

/** Confirms an assignment to whoever made it. */
export const assignDoneCard = (view: AssignDoneView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: same(view.training),
      title: assignedTitle(view.owner),
      parts: [
        {
          heading: itemAbout(view.issue, view.instructor),
          lines: assignedLines(view.measure, dayText(view.dueDate)),
        },
        { lines: [assignedTold], subtle: true },
      ],
    },
    language,
  );
