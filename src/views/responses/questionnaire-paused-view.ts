import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import type { VisitId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { PutOff } from '../../domain/responses/put-off-visit.ts';
import { standingAnswers } from '../../domain/responses/standing-answers.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';

export interface QuestionnairePausedView {
  readonly visit: VisitId;
  readonly training: string;
  /** Something is filled in, and be it half a page. */
  readonly hasBegun: boolean;
  readonly why: /** Local date of the day on which reminding begins again. */
    | { readonly kind: 'later'; readonly resumesOn: string }
    /** `excused`: the leave covers all that is left of the window. */
    | { readonly kind: 'on-leave'; readonly until: LastMoment; readonly excused: boolean }
    /** "Later", or back from a leave, would be too late to remind anybody; until then they may answer. */
    | { readonly kind: 'no-more'; readonly until: LastMoment; readonly onLeave: boolean }
    /** Asked once more; nothing has happened yet. */
    | { readonly kind: 'absence-asked' }
    | { readonly kind: 'did-not-attend' }
    /** They would rather not answer; until then they may change their mind. */
    | { readonly kind: 'declined'; readonly until: LastMoment }
    /** The roster has them no longer, or the training does not take place. */
    | { readonly kind: 'withdrawn' }
    | { readonly kind: 'cancelled' }
    /** Its training was moved: local date of the day on which it can be answered. */
    | { readonly kind: 'not-yet'; readonly opensOn: string };
  /** Whether it can be taken back (the round is open). */
  readonly mayReturn: boolean;
}

type Why = QuestionnairePausedView['why'];

/** What putting a questionnaire off came to; `leave`: the last day of the leave that was given. */
export const questionnairePausedView = (
  put: PutOff,
  timeZone: string,
  now: Date,
  leave?: string,
): QuestionnairePausedView =>
  put.kind === 'excused'
    ? excusedView(put.open, timeZone, now, leave)
    : { ...aboutVisit(put.open), why: whyQuiet(put, timeZone, now, leave), mayReturn: true };

const whyQuiet = (
  put: Exclude<PutOff, { kind: 'excused' }>,
  timeZone: string,
  now: Date,
  leave: string | undefined,
): Why => {
  if (put.kind === 'no-more') {
    const until = lastMomentFor(put.open.round.dueAt, timeZone, now);
    return { kind: 'no-more', until, onLeave: leave !== undefined };
  }
  return leave === undefined
    ? { kind: 'later', resumesOn: localDate(put.until, timeZone) }
    : { kind: 'on-leave', until: { date: leave }, excused: false };
};

/** An excused or declined visit as it stands, with the way back. `until`: the last day of a leave that was just given. */
export const excusedView = (
  open: OpenVisit,
  timeZone: string,
  now: Date,
  until?: string,
): QuestionnairePausedView => ({
  ...aboutVisit(open),
  why: whyExcused(open, timeZone, now, until),
  mayReturn: open.visit.excuse !== 'withdrawn' && open.visit.excuse !== 'left',
});

const whyExcused = (
  { visit, round }: OpenVisit,
  timeZone: string,
  now: Date,
  until: string | undefined,
): Why => {
  const end = lastMomentFor(round.dueAt, timeZone, now);
  if (visit.state === 'declined') return { kind: 'declined', until: end };
  if (visit.excuse === 'withdrawn') return { kind: round.state === 'cancelled' ? 'cancelled' : 'withdrawn' };
  return until === undefined && visit.excuse !== 'on-leave'
    ? { kind: 'did-not-attend' }
    : { kind: 'on-leave', until: until === undefined ? end : { date: until }, excused: true };
};

/** "I did not attend", before it tells anybody. */
export const absenceAskedView = (open: OpenVisit): QuestionnairePausedView => ({
  ...aboutVisit(open),
  why: { kind: 'absence-asked' },
  mayReturn: true,
});

/** Of a round that waits for its training's new dates. */
export const notYetView = (open: OpenVisit, timeZone: string): QuestionnairePausedView => ({
  ...aboutVisit(open),
  why: { kind: 'not-yet', opensOn: localDate(open.round.opensAt, timeZone) },
  mayReturn: false,
});

const aboutVisit = ({ visit, training, response }: OpenVisit) => ({
  visit: visit.id,
  training: training.title,
  hasBegun: Object.keys(standingAnswers(response)).length > 0,
});
