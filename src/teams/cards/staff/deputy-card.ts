import type { Language } from '../../../domain/kernel/text.ts';
import type { DeputyView } from '../../../views/people/deputy-view.ts';
import { dayText } from '../../../wording/dates.ts';
import {
  deputyDays,
  deputyEyebrow,
  deputyLines,
  deputyOverLine,
  deputyOverTitle,
  deputyTitle,
} from '../../../wording/deputy-words.ts';
import { allOf } from '../../../wording/role-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { noticeCard } from '../notice-card.ts';

/** To a deputy: for whom they stand in, how long and in what; or that it is over. */
export const deputyCard = ({ name, days, roles }: DeputyView, language: Language): AdaptiveCard => {
  if (days === undefined) {
    const title = deputyOverTitle(name);
    return noticeCard({ eyebrow: deputyEyebrow, title, parts: [{ lines: [deputyOverLine] }] }, language);
  }
  const lines = deputyLines(name, deputyDays(dayText(days.from), dayText(days.until)), allOf(roles));
  return noticeCard({ eyebrow: deputyEyebrow, title: deputyTitle(name), parts: [{ lines }] }, language);
};
