import { createHash } from 'node:crypto';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import { type MissingReason, whoIsMissing } from '../people/who-is-missing.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'accounts' | 'trainings' | 'deliveries'> &
  Pick<Means, 'clock' | 'settings'>;

/**
 * Nobody is silently skipped: staff hear, in private, whom nobody can reach in each of these trainings and what to do. The
 * same people are told of once; a different set is told again.
 */
export const tellOfGaps = async (deps: Deps, trainings: readonly TrainingCode[]): Promise<void> => {
  const missing = await whoIsMissing(deps, await deps.trainings.enrolmentsOfAll(trainings));
  if (missing.length === 0) return;
  const staff = await staffToTell(deps);
  const gaps = [...Map.groupBy(missing, ({ training }) => training)].map(([training, own]) => {
    const who = own.map(({ person, reason }) => `${person.id} ${digested[reason]}`).sort();
    const digest = createHash('sha256').update(who.join('\n')).digest('base64url').slice(0, 12);
    return { kind: 'roster-gaps', training, digest } as const;
  });
  const notBefore = deps.clock.now();
  await deps.deliveries.plan(
    gaps.flatMap((subject) => staff.map((person) => ({ subject, recipient: { person }, notBefore }))),
  );
};

/** The words the version before this one digests: others would tell staff of everybody once more. */
const digested: Readonly<Record<MissingReason, string>> = {
  'no-account': 'no-account',
  'account-held': 'account-held',
  'not-connected': 'not-installed',
  'under-other-address': 'under-other-address',
};
