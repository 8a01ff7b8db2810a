import type { Language, Text } from '../../../domain/kernel/text.ts';
import { dayText } from '../../../wording/dates.ts';
import { itemAbout } from '../../../wording/figure-words.ts';
import { assignedLines, assignedTitle, assignedTold } from '../../../wording/improvement-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { same } from '../lay-figures.ts';
import { noticeCard } from '../notice-card.ts';

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
