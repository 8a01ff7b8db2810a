import { Temporal } from 'temporal-polyfill';
import type { By } from '../audit/by.ts';
import { deliveryStart } from '../deliveries/delivery-hours.ts';
import { laterMoment } from '../followups/later.ts';
import { whose } from '../followups/visit.ts';
import type { PersonId, VisitId } from '../kernel/ids.ts';
import { isLocalDate, localDate } from '../kernel/local-date.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { recoverRound } from './recover-visits.ts';
import { tellOfAbsence } from './tell-of-absence.ts';
import {
  type OpenVisit,
  refuseUnlessOpen,
  refuseUnlessRoundOpen,
  type VisitDeps,
  visitOf,
} from './visit-page.ts';

export type PutOffDeps = VisitDeps & Pick<Stores, 'deliveries'> & Pick<Means, 'settings' | 'calendar'>;

export type PutOff =
  | { readonly kind: 'quiet'; readonly open: OpenVisit; readonly until: Date }
  | { readonly kind: 'excused'; readonly open: OpenVisit };

/** "Later": asked again on the next working day; nothing else is sent before. */
export const answerLater = async (
  deps: PutOffDeps,
  person: PersonId,
  id: VisitId,
  timeZone: string,
): Promise<PutOff> => {
  const open = await visitOf(deps, person, id);
  refuseUnlessOpen(open, deps.clock);
  return keepQuiet(deps, open, laterMoment(deps.clock.now(), timeZone, deps.settings, deps.calendar));
};

/**
 * "On leave until" (a local date, the last day away): asked again on the first working day after. Excused only if
 * the leave covers the rest of the window.
 */
export const onLeave = async (
  deps: PutOffDeps,
  person: PersonId,
  id: VisitId,
  lastDay: string,
  timeZone: string,
): Promise<PutOff> => {
  const open = await visitOf(deps, person, id);
  refuseUnlessOpen(open, deps.clock);
  if (!isLocalDate(lastDay)) throw new Refusal('date-not-understood');
  if (lastDay < localDate(deps.clock.now(), timeZone)) throw new Refusal('date-not-ahead');
  if (lastDay < open.round.dueDate) {
    const back = deliveryStart(deps.calendar.next(Temporal.PlainDate.from(lastDay)), timeZone, deps.settings);
    if (back < open.round.dueAt) return keepQuiet(deps, open, back);
  }
  await deps.visits.markExcused(open.visit.id, 'on-leave', byThem(deps, person));
  return { kind: 'excused', open };
};

/** Pressed by mistake: what was said stands again first, then the ledger follows. While the round is open. */
export const takeBackExcuse = async (deps: PutOffDeps, person: PersonId, id: VisitId): Promise<void> => {
  const open = await visitOf(deps, person, id);
  refuseUnlessRoundOpen(open, deps.clock);
  if (open.response?.withdrawn === true) await deps.responses.restore(open.response.id);
  await deps.visits.reinstate(id, ['did-not-attend', 'on-leave'], byThem(deps, person));
  await recoverRound(deps, open.round);
};

/** "I did not attend": what was said is withdrawn first, then the ledger excuses, then staff are told. */
export const didNotAttend = async (deps: PutOffDeps, person: PersonId, id: VisitId): Promise<PutOff> => {
  const open = await visitOf(deps, person, id);
  refuseUnlessOpen(open, deps.clock);
  if (open.response !== undefined) await deps.responses.withdraw(open.response.id);
  await deps.visits.markExcused(open.visit.id, 'did-not-attend', byThem(deps, person));
  await tellOfAbsence(deps, [open.visit]);
  return { kind: 'excused', open };
};

/** Nobody puts a visit off but whose it is. */
export const byThem = ({ clock }: Pick<Means, 'clock'>, person: PersonId): By => ({
  who: { person },
  at: clock.now(),
});

const keepQuiet = async (deps: PutOffDeps, open: OpenVisit, until: Date): Promise<PutOff> => {
  await deps.visits.keepQuiet(open.visit.id, until);
  if (until < open.round.dueAt) {
    await deps.deliveries.plan([
      {
        subject: { kind: 'reminder', visit: open.visit.id, askedFor: until.toISOString().slice(0, 10) },
        recipient: { person: whose(open.visit) },
        notBefore: until,
        until: open.round.dueAt,
      },
    ]);
  }
  return { kind: 'quiet', open, until };
};
