import type { Language } from '../../../domain/kernel/text.ts';
import { same } from '../../../domain/kernel/text.ts';
import type { AssignDoneView } from '../../../views/improvements/assign-done-view.ts';
import { dayText } from '../../../wording/dates.ts';
import { itemAbout } from '../../../wording/figure-words.ts';
import { assignedLines, assignedTitle, assignedTold } from '../../../wording/improvement-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** Confirms an assignment to whoever made it. */
export const assignDoneCard = (view: AssignDoneView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: same(view.training),
      title: assignedTitle(view.owner),
      parts: [
        {
          heading: itemAbout(view.item, view.instructor),
          lines: assignedLines(view.measure, dayText(view.dueDate)),
        },
        { lines: [assignedTold], subtle: true },
      ],
    },
    language,
  );
