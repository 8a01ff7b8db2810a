import { gather, gatherById } from '../kernel/gather.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Account } from '../people/account.ts';
import type { Stores } from '../stores.ts';
import { allowedMoment } from './allowed-moment.ts';
import { recordOf } from './attempt-record.ts';
import type { Delivery } from './delivery.ts';
import { rememberHours } from './delivery-hours.ts';
import type { RecordedAttempt } from './delivery-store.ts';
import { isStillFor } from './is-still-for.ts';
import { notePosting } from './lost-channel.ts';
import type { DeliveryOutcome, Named } from './messenger.ts';
import { recordUntilKept } from './record-until-kept.ts';

export type DeliverDeps = Pick<Stores, 'deliveries' | 'accounts' | 'people' | 'departmentAddress'> &
  Pick<Means, 'messenger' | 'clock' | 'realClock' | 'settings' | 'calendar' | 'owner' | 'random' | 'pause'> &
  Pick<Means, 'leaseMs' | 'pace' | 'metrics' | 'stopping' | 'log'>;

/**
 * Carries out one delivery that was taken. What many at work need of the database at the same time is asked
 * together. A problem with the database is thrown and leaves the delivery to its lease.
 */
export const createDeliverOne = (deps: DeliverDeps, leaseMs: number) => {
  const accountOf = gatherById(
    (people: readonly PersonId[]) => deps.accounts.ofPeople(people),
    (account) => account.personId,
  );
  const sent = (kind: 'invitation' | 'reminder') =>
    gather((asked: readonly { person: PersonId; since: Date }[]) => {
      const since = new Date(Math.min(...asked.map((one) => one.since.getTime())));
      const people = asked.map(({ person }) => person);
      return deps.deliveries.sentTo(people, kind, since);
    });
  const sentTo = { invitation: sent('invitation'), reminder: sent('reminder') };
  const record = gather(async (attempts: readonly RecordedAttempt[]) => {
    await recordUntilKept(deps, attempts);
    return attempts;
  });
  const rules = {
    ...deps,
    nextMoment: rememberHours(deps.settings, deps.calendar),
    sentSince: (person: PersonId, kind: keyof typeof sentTo, since: Date) => sentTo[kind]({ person, since }),
  };
  /** Whoever might take it over soon must not find it being sent. */
  const leaseIsShort = ({ lease }: Delivery): boolean =>
    lease !== undefined && lease.until.getTime() - deps.realClock.now().getTime() < leaseMs / 3;

  return async (delivery: Delivery): Promise<void> => {
    const { id, recipient } = delivery;
    const account = 'person' in recipient ? await accountOf(recipient.person) : undefined;
    const zone = account?.timeZone ?? deps.settings.organisation.timeZone;
    const moment = await allowedMoment(rules, delivery, zone);
    if (moment !== 'named' && moment > deps.clock.now()) {
      await deps.deliveries.release(id, deps.owner, moment);
      return;
    }
    if (deps.stopping?.() === true || leaseIsShort(delivery)) {
      await deps.deliveries.release(id, deps.owner);
      return;
    }
    const outcome = await outcomeOf(rules, delivery, account, moment === 'named');
    tell(deps, delivery, outcome);
    await record({ id, owner: deps.owner, attempt: recordOf(deps, delivery, outcome, zone) });
    if (outcome.kind !== 'named') await notePosting(deps, recipient, outcome);
  };
};

const outcomeOf = async (
  deps: DeliverDeps,
  delivery: Delivery,
  account: Account | undefined,
  isNamed: boolean,
): Promise<DeliveryOutcome | Named> => {
  const isOver = delivery.until !== undefined && delivery.until <= deps.clock.now();
  if (isOver || !(await isStillFor(deps, delivery))) return { kind: 'obsolete' };
  // Who was invited by a message about several counts as invited; of a reminder nothing is left to say.
  if (isNamed) return delivery.subject.kind === 'invitation' ? { kind: 'named' } : { kind: 'obsolete' };
  return deps.messenger.deliver(delivery, account);
};

const tell = ({ metrics }: DeliverDeps, { subject }: Delivery, outcome: DeliveryOutcome | Named): void => {
  if (outcome.kind === 'sent') metrics?.count('delivered', subject.kind);
  else if (outcome.kind === 'unreachable') metrics?.count('refused', outcome.reason);
  else if (outcome.kind !== 'obsolete' && outcome.kind !== 'named') metrics?.count('retried', outcome.reason);
};
