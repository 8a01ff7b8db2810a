import { whose } from '../../domain/followups/visit.ts';
import type { VisitId } from '../../domain/kernel/ids.ts';
import type { ViewParts } from '../view-parts.ts';

export interface NotAttendedView {
  readonly name: string;
  readonly training: string;
  /** They have since said that they were. */
  readonly isTakenBack: boolean;
}

/** Somebody on the roster says they were not there, for the so-manieth time; undefined when there is nothing to say of it any more. */
export const notAttendedView = async (
  from: Pick<ViewParts, 'people' | 'trainings' | 'visits'>,
  id: VisitId,
  number: number,
): Promise<NotAttendedView | undefined> => {
  const visit = await from.visits.byId(id);
  if (visit === undefined) return undefined;
  const isTakenBack = number <= (visit.absencesTakenBack ?? 0);
  if (!isTakenBack && visit.excuse !== 'did-not-attend') return undefined;
  const [person, training] = await Promise.all([
    from.people.byId(whose(visit)),
    from.trainings.byCode(visit.training),
  ]);
  if (person === undefined || training === undefined) return undefined;
  return { name: person.name, training: training.title, isTakenBack };
};
