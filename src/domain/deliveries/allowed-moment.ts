import type { PersonId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Delivery } from './delivery.ts';

type Deps = Pick<Means, 'clock' | 'settings'> & {
  /** Now, or the first moment something may be delivered in a zone. */
  readonly nextMoment: (now: Date, timeZone: string) => Date;
  /** When somebody got invitations since a moment of the product's clock. */
  readonly invitationsSince: (person: PersonId, since: Date) => Promise<readonly Date[]>;
};

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;
/** Longer than a working day, shorter than the way to the next one. */
const workingDayMs = 12 * 3_600_000;

/**
 * Now, or the first moment this may be delivered: nothing outside working hours, one questionnaire a day (the next
 * one is offered where the first ends: a conversation, not a pile of cards), nor more a week than a person should
 * get. On its last day better a second one than none. Holds as long as nobody else writes to the same person meanwhile.
 */
export const allowedMoment = async (deps: Deps, delivery: Delivery, zone: string): Promise<Date> => {
  const now = deps.clock.now();
  const moment = deps.nextMoment(now, zone);
  const { recipient } = delivery;
  if (moment > now || !('person' in recipient) || delivery.subject.kind !== 'invitation') return moment;
  const inWeek = await deps.invitationsSince(recipient.person, new Date(now.getTime() - weekMs));
  const isMuch = inWeek.length >= deps.settings.questionnairesPerWeek;
  const wasToday = inWeek.some((sent) => now.getTime() - sent.getTime() <= workingDayMs);
  if (!isMuch && !wasToday) return moment;
  const tomorrow = deps.nextMoment(new Date(now.getTime() + dayMs), zone);
  if (isMuch) return tomorrow;
  const tooLate = delivery.until !== undefined && tomorrow >= delivery.until;
  return tooLate ? moment : tomorrow;
};
