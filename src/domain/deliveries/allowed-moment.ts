import type { PersonId } from '../kernel/ids.ts';
import { localDate, startOfDay } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import { askingTurn } from './asking-turn.ts';
import type { Delivery } from './delivery.ts';

type Deps = Pick<Means, 'clock' | 'settings'> & {
  /** Now, or the first moment something may be delivered in a zone. */
  readonly nextMoment: (now: Date, timeZone: string) => Date;
  /** When somebody got invitations or reminders since a moment of the product's clock. */
  readonly sentSince: (
    person: PersonId,
    kind: 'invitation' | 'reminder',
    since: Date,
  ) => Promise<readonly Date[]>;
};

/** When something may be delivered; `named`: what it would say was said to this person today. */
export type Allowed = Date | 'named';

const dayMs = 24 * 3_600_000;
/** What was sent longer ago concerns neither the week nor any sensible gap. */
const rememberedDays = 8;

/**
 * Now, or the first moment this may be delivered: nothing outside working hours, and of what waits for answers one message a day
 * (`askingTurn`). Holds as long as nobody else writes to the same person meanwhile.
 */
export const allowedMoment = async (deps: Deps, delivery: Delivery, zone: string): Promise<Allowed> => {
  const now = deps.clock.now();
  const moment = deps.nextMoment(now, zone);
  const { recipient, subject, notBefore, until } = delivery;
  const { kind } = subject;
  if (moment > now || !('person' in recipient) || (kind !== 'invitation' && kind !== 'reminder'))
    return moment;
  const since = new Date(now.getTime() - rememberedDays * dayMs);
  const [invited, reminded] = await Promise.all([
    deps.sentSince(recipient.person, 'invitation', since),
    deps.sentSince(recipient.person, 'reminder', since),
  ]);
  const { settings } = deps;
  return askingTurn(
    {
      kind: 'askedFor' in subject ? 'asked-for' : kind,
      plannedFor: notBefore,
      ...(until === undefined ? {} : { until }),
    },
    { invited, reminded },
    {
      now,
      mostAWeek: settings.questionnairesPerWeek,
      gapDays: settings.reminderGapDays,
      dayOf: (at) => localDate(at, zone),
      nextMoment: (at) => deps.nextMoment(at, zone),
      firstFrom: (date) => deps.nextMoment(startOfDay(date, zone), zone),
    },
  );
};
