import type { Visit } from '../followups/visit.ts';
import type { PeopleFigure } from './report.ts';

/**
 * A round's visits as they were counted when it closed: whose answers were still on their way then has answered only once the
 * result took them in (DESIGN, decision 9), or a period would tell of them what no round does.
 */
export const asCounted = (visits: readonly Visit[], people: PeopleFigure | undefined): readonly Visit[] => {
  const counted = people !== undefined && typeof people === 'object' && 'answered' in people;
  const answered = visits.filter(({ state }) => state === 'answered');
  const late = answered.filter((visit) => visit.late === true);
  const open = counted ? Math.max(0, answered.length - people.answered) : 0;
  const uncounted = new Set(late.slice(late.length - Math.min(open, late.length)));
  return visits.map((visit) => (uncounted.has(visit) ? { ...visit, state: 'expired' as const } : visit));
};
