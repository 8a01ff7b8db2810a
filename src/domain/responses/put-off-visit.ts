import type { By } from '../audit/by.ts';
import { askedAgainAt, coversWindow } from '../followups/later.ts';
import { openVisits } from '../followups/open-rounds.ts';
import { whose } from '../followups/visit.ts';
import type { PersonId, VisitId } from '../kernel/ids.ts';
import { isLocalDate, localDate } from '../kernel/local-date.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { recoverRound } from './recover-visits.ts';
import { tellOfAbsence } from './tell-of-absence.ts';
import { tellOfAttendance } from './tell-of-attendance.ts';
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
  /** It can still be answered, and no working moment is left to ask again. */
  | { readonly kind: 'no-more'; readonly open: OpenVisit }
  | { readonly kind: 'excused'; readonly open: OpenVisit };

/** "Later": asked again on the next working day, if that is not too late; nothing else is sent before. */
export const answerLater = async (
  deps: PutOffDeps,
  person: PersonId,
  id: VisitId,
  timeZone: string,
): Promise<PutOff> => {
  const open = await visitOf(deps, person, id);
  refuseUnlessOpen(open, deps.clock);
  return keepQuiet(deps, open, localDate(deps.clock.now(), timeZone), timeZone);
};

/**
 * "On leave until" (a local date, the last day away): asked again on the first working day after, if that is not too late.
 * Excused only if the leave covers the rest of the window: else they can still answer when they are back, at home even.
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
  if (lastDay === '') throw new Refusal('date-missing');
  if (!isLocalDate(lastDay)) throw new Refusal('date-not-understood');
  if (lastDay < localDate(deps.clock.now(), timeZone)) throw new Refusal('date-not-ahead');
  if (!coversWindow(lastDay, open.round.dueAt, timeZone)) return keepQuiet(deps, open, lastDay, timeZone);
  await deps.visits.markExcused(open.visit.id, 'on-leave', byThem(deps, person));
  return { kind: 'excused', open };
};

/**
 * Pressed by mistake, while the round is open. The ledger asks again first, then what was said stands again: a process that dies in
 * between leaves what one leaves that dies while taking "I did not attend", and recovering does that once more. The other way
 * round, answers would stand of somebody who took them back, as if they had been put back in the database (`damage.ts`).
 */
export const takeBackExcuse = async (deps: PutOffDeps, person: PersonId, id: VisitId): Promise<void> => {
  const open = await visitOf(deps, person, id);
  refuseUnlessRoundOpen(open, deps.clock);
  await deps.visits.reinstate(open.visit.id, ['did-not-attend', 'on-leave'], byThem(deps, person));
  if (open.response?.withdrawn === true) await deps.responses.restore(open.response.id);
  // Whoever is on the roster no longer is not recovered with their round.
  await tellOfAttendance(deps, await deps.visits.byIds([open.visit.id]));
  await recoverRound(deps, open.round);
  await askInOthers(deps, open);
};

/** Rounds of the same training that were opened meanwhile ask them too. */
const askInOthers = async (deps: PutOffDeps, { visit, round }: OpenVisit): Promise<void> => {
  const others = (await deps.rounds.ofTraining(round.training)).filter(
    ({ id, state }) => id !== round.id && state === 'open',
  );
  if (others.length === 0) return;
  const enrolments = await deps.trainings.enrolments(round.training);
  const theirs = enrolments.filter(({ person }) => person === whose(visit));
  for (const other of others) await openVisits(deps, other, theirs);
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

/** Nothing is sent to the end of this local date of theirs, nor after it where they could not be asked in time. */
const keepQuiet = async (
  deps: PutOffDeps,
  open: OpenVisit,
  lastDay: string,
  timeZone: string,
): Promise<PutOff> => {
  const { dueAt } = open.round;
  const until = askedAgainAt(lastDay, dueAt, timeZone, deps.settings, deps.calendar);
  await deps.visits.keepQuiet(open.visit.id, until ?? dueAt);
  if (until === undefined) return { kind: 'no-more', open };
  await deps.deliveries.plan([
    {
      subject: { kind: 'reminder', visit: open.visit.id, askedFor: until.toISOString() },
      recipient: { person: whose(open.visit) },
      notBefore: until,
      until: dueAt,
    },
  ]);
  return { kind: 'quiet', open, until };
};
