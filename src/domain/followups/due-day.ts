import { localDate } from '../kernel/local-date.ts';
import type { Round } from './round.ts';

/**
 * The day of a round by which it belongs to a quarter (DESIGN §5): the organisation's local date (`YYYY-MM-DD`) of the last
 * moment at which it may be answered. A training far away ends its day on another day of the organisation's.
 */
export const dueDayOf = ({ dueAt }: Pick<Round, 'dueAt'>, organisationZone: string): string =>
  localDate(new Date(dueAt.getTime() - 1), organisationZone);
