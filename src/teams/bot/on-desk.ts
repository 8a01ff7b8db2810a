import type { WorkingCalendar } from '../../domain/kernel/working-calendar.ts';
import type { ViewParts } from '../../views/view-parts.ts';
import type { Desk } from './desk.ts';

export interface OnDesk extends ViewParts {
  readonly calendar: WorkingCalendar;
}

/** What lies on the desk, as use cases and views ask for their few things of it. */
export const onDesk = (desk: Desk): OnDesk => ({
  ...desk.stores,
  clock: desk.clock,
  questionnaires: desk.questionnaires,
  responseKeys: desk.responseKeys,
  settings: desk.settings,
  calendar: desk.calendar,
});
