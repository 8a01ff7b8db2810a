import { daysLater } from '../kernel/local-date.ts';

/** A message that asks somebody to answer. */
export interface Asking {
  /** `asked-for`: a reminder they wanted themselves ("later"). */
  readonly kind: 'invitation' | 'reminder' | 'asked-for';
  readonly plannedFor: Date;
  /** Of no use from then on. */
  readonly until?: Date;
}

/** When this person was asked lately, in any order. */
export interface Asked {
  readonly invited: readonly Date[];
  readonly reminded: readonly Date[];
}

interface Rules {
  readonly now: Date;
  /** So many invitations within seven days. */
  readonly mostAWeek: number;
  /** So many days from one message to the next reminder. */
  readonly gapDays: number;
  /** The person's local date. */
  readonly dayOf: (at: Date) => string;
  /** This moment, or the first after it when something may be delivered. */
  readonly nextMoment: (at: Date) => Date;
  /** The first moment from this local date on. */
  readonly firstFrom: (date: string) => Date;
}

const dayMs = 24 * 3_600_000;

/**
 * When somebody may be asked (DESIGN, decision 11): once a day, by a message that names everything that waits. What a message of
 * today named need not be said again: `named`. An invitation gives way to the week's number, but not until it is too late: what
 * would come later than a reminder still makes sense goes today, or with what was sent today.
 */
export const askingTurn = (asking: Asking, asked: Asked, rules: Rules): Date | 'named' =>
  asking.kind === 'invitation' ? turnToInvite(asking, asked, rules) : turnToRemind(asking, asked, rules);

const turnToInvite = (asking: Asking, asked: Asked, rules: Rules): Date | 'named' => {
  const { now, mostAWeek, gapDays, dayOf, nextMoment, firstFrom } = rules;
  const today = sentToday(asked, rules);
  const inWeek = asked.invited
    .filter((at) => now.getTime() - at.getTime() < 7 * dayMs)
    .sort((one, other) => one.getTime() - other.getTime());
  const freed = inWeek[inWeek.length - mostAWeek];
  if (today.length === 0 && freed === undefined) return now;
  const tomorrow = firstFrom(daysLater(dayOf(now), 1));
  const afterToday = today.length > 0 ? tomorrow : now;
  const free = freed === undefined ? now : nextMoment(new Date(freed.getTime() + 7 * dayMs));
  const next = later(afterToday, free);
  const isInTime = asking.until === undefined || next.getTime() + gapDays * dayMs <= asking.until.getTime();
  if (isInTime) return next;
  if (today.some((at) => at >= asking.plannedFor)) return 'named';
  const isTooLate = asking.until !== undefined && tomorrow >= asking.until;
  return today.length === 0 || isTooLate ? now : tomorrow;
};

const turnToRemind = (asking: Asking, asked: Asked, rules: Rules): Date | 'named' => {
  const { now, gapDays, dayOf, firstFrom } = rules;
  const today = sentToday(asked, rules);
  const isOfUse = (at: Date): boolean => asking.until === undefined || at < asking.until;
  if (asking.kind === 'asked-for') {
    if (today.length === 0) return now;
    const tomorrow = firstFrom(daysLater(dayOf(now), 1));
    // It was still to be left alone when today's message was written.
    return today.every((at) => at < asking.plannedFor) && isOfUse(tomorrow) ? tomorrow : 'named';
  }
  if (today.length > 0) return 'named';
  const lastDay = [...asked.invited, ...asked.reminded].map(dayOf).sort().at(-1);
  if (lastDay === undefined || dayOf(now) >= daysLater(lastDay, gapDays)) return now;
  const next = firstFrom(daysLater(lastDay, gapDays));
  return isOfUse(next) ? next : 'named';
};

const sentToday = ({ invited, reminded }: Asked, { now, dayOf }: Rules): Date[] =>
  [...invited, ...reminded].filter((at) => dayOf(at) === dayOf(now));

const later = (one: Date, other: Date): Date => (one > other ? one : other);
