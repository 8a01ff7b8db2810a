import type { VisitId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { Refusal } from '../../domain/kernel/refusal.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';
import { refusalText } from '../../wording/refusal-words.ts';
import type { ViewParts } from '../view-parts.ts';

export interface OnLeaveFormView {
  readonly visit: VisitId;
  readonly training: string;
  /** Local date: today; and the date typed before, if any. */
  readonly today: string;
  readonly until?: string;
  readonly error?: Text;
}

/** Asks for the last day of a leave; `again`: what was given and why it was not taken. */
export const onLeaveFormView = (
  open: OpenVisit,
  timeZone: string,
  { clock }: Pick<ViewParts, 'clock'>,
  again?: { readonly until: string; readonly error: Refusal },
): OnLeaveFormView => ({
  visit: open.visit.id,
  training: open.training.title,
  today: localDate(clock.now(), timeZone),
  ...(again === undefined
    ? {}
    : { until: again.until, error: refusalText(again.error.code, again.error.details) }),
});
