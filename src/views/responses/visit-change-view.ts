import type { Delivery } from '../../domain/deliveries/delivery.ts';
import { type Subject, visitChanges } from '../../domain/deliveries/subject.ts';
import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import type { Round } from '../../domain/followups/round.ts';
import { type Visit, whose } from '../../domain/followups/visit.ts';
import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import { zoneFor } from '../people/zone-of.ts';
import type { ViewParts } from '../view-parts.ts';

export interface VisitChangeView {
  readonly visit: VisitId;
  readonly training: string;
  readonly what: 'cancelled' | 'withdrawn' | 'asked-again' | 'moved' | 'not-yet' | 'begins';
  /** Until when it can be answered, where they are; not yet, from which day on. */
  readonly day: LastMoment;
  readonly hasBegun: boolean;
  readonly isAnswered: boolean;
}

type Change = Subject<'visit-change'>;

/** What somebody was told of a visit and is no longer so; undefined where it is so again, or they had not been told. */
export const visitChangeView = async (
  from: Pick<ViewParts, 'accounts' | 'clock' | 'deliveries' | 'rounds' | 'settings' | 'trainings' | 'visits'>,
  change: Change,
  person: PersonId,
): Promise<VisitChangeView | undefined> => {
  const visit = await from.visits.byId(change.visit);
  if (visit === undefined || visit.countedAs !== undefined || whose(visit) !== person) return undefined;
  // What came after it says how things stand.
  if (change.number !== (visit.changes ?? 0)) return undefined;
  const [round, training] = await Promise.all([
    from.rounds.byId(visit.round),
    from.trainings.byCode(visit.training),
  ]);
  const invitation = await invitationTo(from, visit);
  if (round === undefined || training === undefined || invitation === undefined) return undefined;
  const last = await lastTold(from, change, person);
  const told = { last: last?.subject, until: (last ?? invitation).until };
  const what = whatNow(change, visit, round, told, from.clock.now());
  if (what === undefined) return undefined;
  const timeZone = await zoneFor(from, person);
  return {
    visit: visit.id,
    training: training.title,
    what,
    day:
      what === 'not-yet'
        ? { date: localDate(round.opensAt, timeZone) }
        : lastMomentFor(round.dueAt, timeZone, from.clock.now()),
    hasBegun: visit.startedOn !== undefined,
    isAnswered: (visit.stood ?? visit).state === 'answered',
  };
};

/** What reached them last, and until when they were told it can be answered, where that is known. */
interface Told {
  readonly last: Change | undefined;
  readonly until: Date | undefined;
}

const whatNow = (
  { change, number }: Change,
  visit: Visit,
  round: Round,
  { last, until }: Told,
  now: Date,
): VisitChangeView['what'] | undefined => {
  const wasAway = last?.change === 'cancelled' || last?.change === 'withdrawn';
  if (change === 'cancelled' || change === 'withdrawn') {
    if (visit.excuse !== 'withdrawn' || wasAway || isOver(round)) return undefined;
    // Whoever had been excused or had declined was not to do anything anyway.
    const { stood } = visit;
    if (stood !== undefined && stood.state !== 'answered') return undefined;
    return round.state === 'cancelled' ? 'cancelled' : 'withdrawn';
  }
  const waits = visit.state === 'due' || visit.state === 'started' || visit.state === 'answered';
  if (!waits || isOver(round)) return undefined;
  const isNotYet = round.opensAt > now;
  if (change === 'asked-again' && wasAway) return isNotYet ? 'not-yet' : 'asked-again';
  // They never heard that they were not asked; but of a move meanwhile neither.
  if (change === 'asked-again')
    return until === undefined || until.getTime() === round.dueAt.getTime()
      ? undefined
      : isNotYet
        ? 'not-yet'
        : 'moved';
  // Back and moved in one: that they are asked after all is what matters.
  if (wasAway && !isNotYet) return 'asked-again';
  // It begins for whoever heard that it does not yet, and that it was moved is no news to whom it begins.
  const heard = last?.number === number;
  if (change === 'begins') return isNotYet || !heard ? undefined : 'begins';
  return isNotYet ? 'not-yet' : heard ? undefined : 'moved';
};

const isOver = ({ state }: Round): boolean => state === 'closed' || state === 'missed';

const invitationTo = async ({ deliveries }: Pick<ViewParts, 'deliveries'>, visit: Visit) => {
  const subject = { kind: 'invitation', visit: visit.id } as const;
  const invitations = await deliveries.about([subject]);
  return invitations.find(({ state }) => reached.has(state));
};

/** The other news of this visit that reached this person last. */
const lastTold = async (
  { deliveries }: Pick<ViewParts, 'deliveries'>,
  { visit, number, change: asked }: Change,
  person: PersonId,
): Promise<Delivery<'visit-change'> | undefined> => {
  const earlier = Array.from({ length: number + 1 }, (_, index) => index).flatMap((one) =>
    visitChanges.map((change): Change => ({ kind: 'visit-change', visit, change, number: one })),
  );
  const told = (await deliveries.about(earlier)).filter(
    ({ state, recipient }) => reached.has(state) && 'person' in recipient && recipient.person === person,
  );
  return told
    .filter(({ subject }) => subject.number < number || subject.change !== asked)
    .toSorted((a, b) => a.subject.number - b.subject.number)
    .at(-1);
};

const reached: ReadonlySet<string> = new Set(['sent', 'unknown']);
