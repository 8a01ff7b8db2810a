import type { Delivery } from '../deliveries/delivery.ts';
import type { Stores } from '../stores.ts';

/** Whether an invitation evidently arrived: its visit was begun, answered, put off or excused. */
export const visitMovedOn = async (deps: Pick<Stores, 'visits'>, { subject }: Delivery): Promise<boolean> => {
  if (subject.kind !== 'invitation' && subject.kind !== 'reminder') return false;
  const visit = await deps.visits.byId(subject.visit);
  if (visit === undefined) return true;
  return visit.state !== 'due' && !(visit.state === 'started' && subject.kind === 'reminder');
};
