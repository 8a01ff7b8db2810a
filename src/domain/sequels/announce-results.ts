import { type FreezeDeps, refreezeIfEnough } from '../analysis/freeze-result.ts';
import { byProduct } from '../audit/by.ts';
import type { Message } from '../deliveries/delivery.ts';
import type { Round } from '../followups/round.ts';
import { eachRound } from '../followups/tell-of-stuck-round.ts';
import { recogniseIssues } from '../issues/recognise.ts';
import type { Means } from '../means.ts';
import { type RecoverDeps, recoverRound } from '../responses/recover-visits.ts';
import type { Stores } from '../stores.ts';
import { instructorMessages } from './tell-instructors.ts';

type Deps = RecoverDeps &
  FreezeDeps &
  Pick<Stores, 'trainings' | 'rounds' | 'issues'> &
  Pick<Means, 'settings'>;

/**
 * After a round has closed: its weak items become issues, or evidence of issues there are (A5), its result goes to the department (A7), and
 * each instructor gets what concerns them (W2). Marked announced last; repeating announces once, and shows a later
 * revision of the result in the same messages.
 */
export const announceResults = async (deps: Deps): Promise<number> => {
  const rounds = await deps.rounds.toAnnounce();
  return eachRound(deps, rounds, async (round) => {
    await recoverRound(deps, round);
    // As it is now: another process may have announced it meanwhile, and it may have been pooled since.
    const result = await refreezeIfEnough(deps, (await deps.rounds.byId(round.id)) ?? round);
    if (result === undefined) return false;
    const by = byProduct('announcing', deps);
    const now = by.at;
    const course = (await deps.trainings.byCode(round.training))?.course ?? round.training;
    await deps.issues.raise(recogniseIssues(result, course, deps.questionnaires, deps.settings, now), by);
    const messages = [resultMessage(round), ...(await instructorMessages(deps, round))];
    await deps.deliveries.plan(messages.map((message) => ({ ...message, notBefore: now })));
    if (result.revision > 1) for (const message of messages) await deps.deliveries.wantUpdate(message);
    await deps.rounds.markAnnounced(round.id, result.revision, by);
    return true;
  });
};

const resultMessage = ({ id: round }: Round): Message => ({
  subject: { kind: 'result', round },
  recipient: { group: 'department' },
});
