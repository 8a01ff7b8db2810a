import type { Completion } from '../analysis/result.ts';
import { numbersFrom, type Roughly, roughly } from '../analysis/roughly.ts';
import { type Disclosed, hidden } from '../analysis/told.ts';
import type { Delivery, DeliveryReason } from '../deliveries/delivery.ts';
import { answeredBefore } from '../followups/answered-before.ts';
import type { Round } from '../followups/round.ts';
import type { Excuse, Visit } from '../followups/visit.ts';
import type { PersonId } from '../kernel/ids.ts';
import { localDate, todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import type { Account } from '../people/account.ts';
import type { Stores } from '../stores.ts';
import type { Training } from '../trainings/training.ts';

export type FunnelDeps = Pick<
  Stores,
  'trainings' | 'accounts' | 'rounds' | 'visits' | 'deliveries' | 'results'
> &
  Pick<Means, 'clock' | 'settings'>;

/** How many people of a training got how far, for staff: numbers alone, no answers (W1, P2). */
export interface Funnel {
  readonly training: Training;
  /** Today, without those who withdrew. */
  readonly enrolled: number;
  readonly withdrawn: number;
  /** Have an account that is known. */
  readonly matched: number;
  /** Can be spoken to in private. */
  readonly reachable: number;
  /** By due day. */
  readonly rounds: readonly RoundFunnel[];
}

/** Each step counts those who got at least that far: answered ≤ started ≤ due. */
export interface RoundFunnel {
  readonly round: Round;
  /** Of a closed round this and what became of it is as it was closed, whatever the roster says since. */
  readonly due: number;
  /** Who has an account and can be reached changes by the day: not told of a round that is closed. */
  readonly today?: { readonly matched: number; readonly reachable: number };
  /** The invitation arrived, as far as is known. */
  readonly delivered: number;
  /**
   * People whose invitation has not arrived, by why; `waiting`: it has not been tried or is being tried; `postponed`: it comes on
   * a later day, outside working hours or because they were asked about other trainings first.
   */
  readonly undelivered: Readonly<Partial<Record<Undelivered, number>>>;
  /** Of few people, while the round is open, in words, as it was when the day began (DESIGN, decision 10). */
  readonly progress: Progress | { readonly roughly: Roughly };
  readonly excused: Readonly<Record<Exclude<Excuse, 'withdrawn'>, number>>;
}

export type Undelivered = DeliveryReason | 'waiting' | 'postponed';

export interface Progress {
  readonly started: number;
  readonly answered: number;
  readonly declined: number;
  /** Ended without an answer. */
  readonly expired: number;
}

/** The number of database requests grows with the training's rounds, two a round at most. */
export const funnelOf = async (deps: FunnelDeps, training: Training): Promise<Funnel> => {
  const [enrolments, rounds] = await Promise.all([
    deps.trainings.enrolments(training.code),
    deps.rounds.ofTraining(training.code),
  ]);
  const enrolled = enrolments.filter((enrolment) => !enrolment.withdrawn).map(({ person }) => person);
  const [known, results] = await Promise.all([
    deps.accounts.ofPeople(enrolled),
    deps.results.ofRounds(rounds.map(({ id }) => id)),
  ]);
  const accounts = accountsByPerson(known);
  const matched = enrolled.filter((person) => accounts.has(person));
  const resultOf = new Map(results.map((result) => [result.round, result]));
  const byDueDay = rounds.toSorted((one, other) => (one.dueDate < other.dueDate ? -1 : 1));
  return {
    training,
    enrolled: enrolled.length,
    withdrawn: enrolments.length - enrolled.length,
    matched: matched.length,
    reachable: matched.filter((person) => accounts.get(person)?.some(isReachable)).length,
    rounds: (
      await Promise.all(
        byDueDay.map((round) => roundFunnel(deps, round, accounts, resultOf.get(round.id)?.whole.completion)),
      )
    ).filter((one) => one !== undefined),
  };
};

type Accounts = ReadonlyMap<PersonId | undefined, readonly Account[]>;

const isReachable = (account: Account): boolean => account.connected && account.address !== undefined;

const accountsByPerson = (accounts: readonly Account[]): Accounts =>
  Map.groupBy(accounts, (account) => account.personId);

const roundFunnel = async (
  deps: FunnelDeps,
  round: Round,
  accounts: Accounts,
  frozen: Disclosed<Completion> | undefined,
): Promise<RoundFunnel | undefined> => {
  const { visits: everybody, unreadable } = await deps.visits.ledgerOf([round.id]);
  // Of whom a line is damaged nobody knows how far they got: staff hear of such a round that it is stuck.
  if (unreadable.size > 0) return undefined;
  const visits = everybody.filter((visit) => visit.excuse !== 'withdrawn');
  const invitations = await deps.deliveries.about(
    visits.map((visit) => ({ kind: 'invitation' as const, visit: visit.id })),
  );
  const invitationOf = new Map(invitations.map((invitation) => [invitation.subject.visit, invitation]));
  const arrived = (visit: Visit): boolean => invitationOf.get(visit.id)?.state === 'sent';
  const excused = {
    'did-not-attend': countExcused(visits, 'did-not-attend'),
    'on-leave': countExcused(visits, 'on-leave'),
    left: countExcused(visits, 'left'),
  };
  return {
    round,
    ...(round.state === 'closed' ? {} : { today: reachedToday(visits, accounts) }),
    delivered: visits.filter(arrived).length,
    undelivered: countBy(
      visits.filter((visit) => !arrived(visit)),
      (visit) => whyNot(deps, invitationOf.get(visit.id)),
    ),
    ...(frozen === undefined || frozen === hidden
      ? { due: visits.length, progress: inLedger(everybody, round, todayOf(deps)) }
      : { due: frozen.due, progress: asFrozen(frozen, begunBy(visits)) }),
    excused,
  };
};

const begunBy = (visits: readonly Visit[]): number =>
  visits.filter(({ state, startedOn }) => startedOn !== undefined || state === 'answered').length;

/** In words whoever withdrew counts as they stood: the difference would be theirs. */
const inLedger = (everybody: readonly Visit[], round: Round, today: string): RoundFunnel['progress'] => {
  const visits = everybody.filter(({ excuse }) => excuse !== 'withdrawn');
  if (round.state === 'open' && visits.length < numbersFrom) {
    const asked = everybody.filter(({ countedAs }) => countedAs === undefined);
    const answered = asked.filter((visit) => answeredBefore(visit, today)).length;
    return { roughly: roughly({ due: asked.length, answered }) };
  }
  const inState = (state: Visit['state']): number => visits.filter((visit) => visit.state === state).length;
  return {
    started: begunBy(visits),
    answered: inState('answered'),
    declined: inState('declined'),
    expired: inState('expired'),
  };
};

/** What came later than the freezing is not told: it would be somebody's (P3). */
const asFrozen = ({ due, answered, declined, excused }: Completion, started: number): Progress => ({
  started,
  answered,
  declined,
  expired: due - answered - declined - excused,
});

const reachedToday = (
  visits: readonly Visit[],
  accounts: Accounts,
): { readonly matched: number; readonly reachable: number } => {
  const own = visits.map(({ person }) => accounts.get(person) ?? []);
  return {
    matched: own.filter((some) => some.length > 0).length,
    reachable: own.filter((some) => some.some(isReachable)).length,
  };
};

const whyNot = (deps: Pick<Means, 'clock' | 'settings'>, invitation: Delivery | undefined): Undelivered => {
  if (invitation?.reason !== undefined) return invitation.reason;
  const { timeZone } = deps.settings.organisation;
  const isLater =
    invitation?.state === 'planned' && localDate(invitation.notBefore, timeZone) > todayOf(deps);
  return isLater ? 'postponed' : 'waiting';
};

const countExcused = (visits: readonly Visit[], excuse: Excuse): number =>
  visits.filter((visit) => visit.state === 'excused' && visit.excuse === excuse).length;

const countBy = <Value, Key extends string>(
  values: readonly Value[],
  key: (value: Value) => Key,
): Partial<Record<Key, number>> => {
  const counts: Partial<Record<Key, number>> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
};
