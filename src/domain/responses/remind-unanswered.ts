import type { DeliveryPlan } from '../deliveries/delivery-store.ts';
import { eachRound } from '../followups/tell-of-stuck-round.ts';
import { whose } from '../followups/visit.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { recoverRound } from './recover-visits.ts';

type Deps = Pick<Stores, 'people' | 'rounds' | 'visits' | 'responses' | 'deliveries'> &
  Pick<Means, 'responseKeys' | 'clock' | 'settings' | 'log'>;

/**
 * P2: reminds those who have not answered, and nobody else: the ledger is brought up to date first. Of several
 * reminders that fell due while the product was away only the last is sent. A round that cannot be gone on with stops no other.
 */
export const remindUnanswered = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const rounds = await deps.rounds.toRemind(now);
  return eachRound(deps, rounds, async (round) => {
    await recoverRound(deps, round);
    const number = round.remindAt.filter((moment) => moment <= now).length;
    const { visits, unreadable } = await deps.visits.ledgerOf([round.id]);
    const waiting = visits.filter(
      ({ state, quietUntil }) =>
        (state === 'due' || state === 'started') && (quietUntil === undefined || quietUntil <= now),
    );
    await deps.deliveries.plan(
      waiting.map(
        (visit): DeliveryPlan => ({
          subject: { kind: 'reminder', visit: visit.id, number },
          recipient: { person: whose(visit) },
          notBefore: now,
          until: round.remindAt[number] ?? round.dueAt,
          lane: round.training,
        }),
      ),
    );
    await deps.rounds.markReminded(round.id, number);
    // All others are reminded; of the one whose line is damaged somebody is to hear before the round closes.
    if (unreadable.size > 0) throw new Error('A line of the ledger is damaged');
    return true;
  });
};
