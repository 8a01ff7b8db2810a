import { byProduct } from '../audit/by.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { spreadAssignment } from './assign-issue.ts';

type Deps = Pick<Stores, 'issues' | 'improvements' | 'deliveries'> & Pick<Means, 'clock' | 'log'>;

/** At start: an assignment is the truth; the issue, what the owner and the department are shown follow it. Safe to repeat. */
export const recoverImprovements = async (deps: Deps): Promise<void> => {
  const by = byProduct('recovering', deps);
  const recent = await deps.improvements.recent();
  await eachAlone(
    deps,
    recent,
    ({ id }) => id,
    (improvement) => spreadAssignment(deps, improvement, by),
  );
};
