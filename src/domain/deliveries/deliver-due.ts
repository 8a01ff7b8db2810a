import { problemOf } from '../kernel/problem.ts';
import { createDeliverOne, type DeliverDeps } from './deliver-one.ts';
import type { Delivery } from './delivery.ts';
import { noPace } from './pace.ts';
import { usualLeaseMs } from './usual-lease.ts';

/** How many messages are on their way at once. */
const mostAtOnce = 96;
/** A pause of all longer than this is not waited for here. */
const longestPauseMs = 5_000;
const lookAgainMs = 250;
const mostProblems = 25;

/** Delivers what is due, many at a time, until nothing is left that can be delivered now. Returns how many were tried. */
export const deliverDue = async (deps: DeliverDeps): Promise<number> => {
  const leaseMs = deps.leaseMs ?? usualLeaseMs;
  const pace = deps.pace ?? noPace;
  // What is taken waits for its turn; it must be sent well before the lease is over.
  const atOnce = Math.max(1, Math.min(mostAtOnce, Math.floor((pace.perSecond * leaseMs) / 8000)));
  const deliver = createDeliverOne(deps, leaseMs);
  const underWay = new Set<Promise<void>>();
  const lastOf = new Map<string, Promise<void>>();
  const problems: unknown[] = [];
  let tried = 0;

  /** One after the other to one recipient, in the order of their moments. */
  const begin = (delivery: Delivery): void => {
    const to = 'person' in delivery.recipient ? delivery.recipient.person : delivery.recipient.group;
    const work = (lastOf.get(to) ?? Promise.resolve())
      .then(() => deliver(delivery))
      .catch((error: unknown) => {
        deps.log?.error({ delivery: delivery.id, problem: problemOf(error) }, 'a delivery failed');
        problems.push(error);
      })
      .finally(() => {
        underWay.delete(work);
        if (lastOf.get(to) === work) lastOf.delete(to);
      });
    lastOf.set(to, work);
    underWay.add(work);
  };

  for (;;) {
    // One that fails keeps no other back; so many at once, and the database is away.
    const ending =
      deps.stopping?.() === true || problems.length >= mostProblems || pace.pausedMs() > longestPauseMs;
    const request = { owner: deps.owner, now: deps.clock.now(), realNow: deps.realClock.now(), leaseMs };
    const taken = ending ? [] : await deps.deliveries.claimSome(request, atOnce - underWay.size);
    for (const delivery of taken) begin(delivery);
    tried += taken.length;
    if (underWay.size === 0) break;
    if (taken.length === 0) await Promise.race([Promise.all(underWay), deps.pause(lookAgainMs)]);
    while (underWay.size > atOnce / 2) await Promise.race(underWay);
  }
  if (problems.length > 0) throw problems[0];
  return tried;
};
