import { type FreezeDeps, refreezeIfChanged } from '../analysis/freeze-result.ts';
import type { DeliveryPlan } from '../deliveries/delivery-store.ts';
import type { Round } from '../followups/round.ts';
import { recogniseIssues } from '../issues/recognise.ts';
import { type DeliveryId, deliveryId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import { type RecoverDeps, recoverRound } from '../responses/recover-visits.ts';
import type { Stores } from '../stores.ts';

type Deps = RecoverDeps & FreezeDeps & Pick<Stores, 'rounds' | 'issues'> & Pick<Means, 'settings'>;

/**
 * After a round has closed: its weak items become issues (A5), its result goes to the department's channel (A7), and
 * each instructor gets what concerns them (W2). Marked announced last; repeating announces once, and shows a later
 * revision of the result in the same cards.
 */
export const announceResults = async (deps: Deps): Promise<number> => {
  const rounds = await deps.rounds.toAnnounce();
  for (const round of rounds) {
    await recoverRound(deps, round);
    const result = await refreezeIfChanged(deps, round);
    if (result === undefined) continue;
    const now = deps.clock.now();
    await deps.issues.raise(recogniseIssues(result, deps.questionnaires, deps.settings, now));
    const plans: DeliveryPlan[] = [
      { kind: 'result', subject: round.id, recipient: { channel: 'department' }, notBefore: now },
      ...round.instructors.map(
        ({ person }): DeliveryPlan => ({
          kind: 'instructor-result',
          subject: round.id,
          recipient: { person },
          notBefore: now,
        }),
      ),
    ];
    await deps.deliveries.plan(plans);
    if (result.revision > 1) for (const id of shownIn(round)) await deps.deliveries.wantUpdate(id);
    await deps.rounds.markAnnounced(round.id);
  }
  return rounds.length;
};

/** The cards that show a round's result. */
const shownIn = (round: Round): DeliveryId[] => [
  deliveryId('result', round.id, 'channel:department'),
  ...round.instructors.map(({ person }) => deliveryId('instructor-result', round.id, `person:${person}`)),
];
