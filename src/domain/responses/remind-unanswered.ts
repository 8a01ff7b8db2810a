import type { DeliveryPlan, DeliveryStore } from '../deliveries/delivery-store.ts';
import type { RoundStore } from '../followups/round-store.ts';
import type { VisitStore } from '../followups/visit-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { PersonStore } from '../people/person-store.ts';
import { recoverRound } from './recover-visits.ts';
import type { ResponseKeys } from './response-keys.ts';
import type { ResponseStore } from './response-store.ts';

interface Deps {
  readonly people: PersonStore;
  readonly rounds: RoundStore;
  readonly visits: VisitStore;
  readonly responses: ResponseStore;
  readonly responseKeys: ResponseKeys;
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
}

/**
 * P2: reminds those who have not answered, and nobody else: the ledger is brought up to date first. Of several
 * reminders that fell due while the product was away only the last is sent.
 */
export const remindUnanswered = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const rounds = await deps.rounds.toRemind(now);
  for (const round of rounds) {
    await recoverRound(deps, round);
    const number = round.remindAt.filter((moment) => moment <= now).length;
    const waiting = (await deps.visits.ofRound(round.id)).filter(
      ({ state, quietUntil }) =>
        (state === 'due' || state === 'started') && (quietUntil === undefined || quietUntil <= now),
    );
    await deps.deliveries.plan(
      waiting.map(
        (visit): DeliveryPlan => ({
          kind: 'reminder',
          subject: `${visit.id}#${number}`,
          recipient: { person: visit.person },
          notBefore: now,
          until: round.remindAt[number] ?? round.dueAt,
          lane: round.training,
        }),
      ),
    );
    await deps.rounds.markReminded(round.id, number);
  }
  return rounds.length;
};
