import type { PutOffDeps } from '../../domain/responses/put-off-visit.ts';
import type { Desk } from '../bot/desk.ts';
import type { Speaker } from '../bot/speaker.ts';

/** What the use cases around a visit need, from the desk. */
export const visitDeps = (desk: Desk): PutOffDeps => ({
  ...desk.stores,
  clock: desk.clock,
  questionnaires: desk.questionnaires,
  responseKeys: desk.responseKeys,
  settings: desk.settings,
  calendar: desk.calendar,
});

/** A person's own zone as Teams tells it, else the organisation's. */
export const zoneOf = (speaker: Pick<Speaker, 'account'>, desk: Desk): string =>
  speaker.account.timeZone ?? desk.settings.organisation.timeZone;
