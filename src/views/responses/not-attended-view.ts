import { whose } from '../../domain/followups/visit.ts';
import type { VisitId } from '../../domain/kernel/ids.ts';
import type { ViewParts } from '../view-parts.ts';

export interface NotAttendedView {
  readonly name: string;
  readonly training: string;
}

/** Somebody on the roster says they were not there; undefined when that was taken back meanwhile. */
export const notAttendedView = async (
  from: Pick<ViewParts, 'people' | 'trainings' | 'visits'>,
  id: VisitId,
): Promise<NotAttendedView | undefined> => {
  const visit = await from.visits.byId(id);
  if (visit?.excuse !== 'did-not-attend') return undefined;
  const [person, training] = await Promise.all([
    from.people.byId(whose(visit)),
    from.trainings.byCode(visit.training),
  ]);
  if (person === undefined || training === undefined) return undefined;
  return { name: person.name, training: training.title };
};
