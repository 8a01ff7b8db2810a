import type { Ending, Visit } from './visit.ts';

/** Whether somebody had answered when the day began: what a day brings is told the next, whoever asks how often (P3). */
export const answeredBefore = (visit: Visit, today: string): boolean => {
  // Taken back today: it is told tomorrow. Taken off the roster: as it stood, for nobody pressed anything.
  const isAsBefore =
    visit.excuse === 'withdrawn' || (visit.excuse === 'did-not-attend' && visit.endedOn === today);
  const since = isAsBefore ? visit.stood : visit;
  return since !== undefined && isAnswered(since, today);
};

const isAnswered = ({ state, answeredOn = '' }: Ending, today: string): boolean =>
  state === 'answered' && answeredOn < today;
