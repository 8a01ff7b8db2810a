import type { DeliveryPlan } from '../deliveries/delivery-store.ts';
import { problemOf } from '../kernel/problem.ts';
import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import type { Stores } from '../stores.ts';
import type { Round } from './round.ts';

type Deps = Pick<Stores, 'people' | 'deliveries'> & Pick<Means, 'clock' | 'settings' | 'log'>;

/**
 * A round could not be opened, reminded of or closed: whoever reads the log hears why, and the training staff that it is so, once a round, in
 * private. It is tried again and again, and stops no other round.
 */
const tellOfStuckRound = async (deps: Deps, round: Round, error: unknown): Promise<void> => {
  deps.log?.error(
    { round: round.id, problem: problemOf(error) },
    'a round could not be gone on with; it will be tried again',
  );
  const staff = await staffToTell(deps);
  await deps.deliveries.plan(
    staff.map(
      (person): DeliveryPlan => ({
        subject: { kind: 'stuck-round', round: round.id },
        recipient: { person },
        notBefore: deps.clock.now(),
      }),
    ),
  );
};

/** Does something with each round; one that fails is told of and left for the next time. How many went well. */
export const eachRound = async (
  deps: Deps,
  rounds: readonly Round[],
  work: (round: Round) => Promise<boolean>,
): Promise<number> => {
  let done = 0;
  for (const round of rounds) {
    try {
      if (await work(round)) done += 1;
    } catch (error) {
      await tellOfStuckRound(deps, round, error);
    }
  }
  return done;
};
