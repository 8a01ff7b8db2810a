import type { Delivery } from '../deliveries/delivery.ts';
import type { VisitId } from '../kernel/ids.ts';
import type { Stores } from '../stores.ts';

/** The visit a delivery is about; reminders are numbered behind a `#`. */
export const visitIdOf = (delivery: Pick<Delivery, 'subject'>): VisitId =>
  (delivery.subject.split('#')[0] ?? delivery.subject) as VisitId;

/** Whether an invitation evidently arrived: its visit was begun, answered, put off or excused. */
export const visitMovedOn = async (deps: Pick<Stores, 'visits'>, delivery: Delivery): Promise<boolean> => {
  if (delivery.kind !== 'invitation' && delivery.kind !== 'reminder') return false;
  const visit = await deps.visits.byId(visitIdOf(delivery));
  if (visit === undefined) return true;
  return visit.state !== 'due' && !(visit.state === 'started' && delivery.kind === 'reminder');
};
