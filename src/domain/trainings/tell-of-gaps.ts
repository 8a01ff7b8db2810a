import { createHash } from 'node:crypto';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import { type MissingReason, whoIsMissing } from '../people/who-is-missing.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'accounts' | 'trainings' | 'deliveries'> &
  Pick<Means, 'clock' | 'settings'>;

/**
 * Nobody is silently skipped: staff hear, in private, whom nobody can reach in a training and what to do. The
 * same people are told of once; a different set is told again.
 */
export const tellOfGaps = async (deps: Deps, training: TrainingCode): Promise<void> => {
  const missing = await whoIsMissing(deps, await deps.trainings.enrolments(training));
  if (missing.length === 0) return;
  const who = missing.map(({ person, reason }) => `${person.id} ${digested[reason]}`).sort();
  const digest = createHash('sha256').update(who.join('\n')).digest('base64url').slice(0, 12);
  const staff = await staffToTell(deps);
  await deps.deliveries.plan(
    staff.map((person) => ({
      subject: { kind: 'roster-gaps', training, digest },
      recipient: { person },
      notBefore: deps.clock.now(),
    })),
  );
};

/** The words the version before this one digests: others would tell staff of everybody once more. */
const digested: Readonly<Record<MissingReason, string>> = {
  'no-account': 'no-account',
  'account-held': 'account-held',
  'not-connected': 'not-installed',
  'under-other-address': 'under-other-address',
};
