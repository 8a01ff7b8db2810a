import { byProduct } from '../audit/by.ts';
import { resumeImports } from '../imports/resume-imports.ts';
import { recoverImprovements } from '../improvements/recover-improvements.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { Means } from '../means.ts';
import { recoverOpenRounds } from '../responses/recover-visits.ts';
import type { Stores } from '../stores.ts';
import { type AfterTrainingsDeps, afterTrainings } from './after-trainings.ts';
import { tellDeputies } from './name-deputy.ts';
import { recheckClosed } from './recheck-closed.ts';
import { settleMerges } from './same-person.ts';
import { settleLeavers } from './somebody-left.ts';
import { finishUndoing } from './undo-import.ts';

type Deps = AfterTrainingsDeps &
  Pick<Stores, 'imports' | 'importTraces' | 'trail' | 'responses' | 'issues' | 'improvements'> &
  Pick<Means, 'responseKeys' | 'log'>;

/** What a process that died left half done: imports go on; answers, assignments and deputies are the truth, the rest follows. One thing that cannot be gone on with stops no other. */
export const afterRestart = async (deps: Deps): Promise<void> => {
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    merges: () => settleMerges(deps),
    undoing: () => finishUndoing(deps, byProduct('recovering', deps)),
    imports: () => resumeImports(deps, (codes, by) => afterTrainings(deps, codes, by)),
    answers: () => recoverOpenRounds(deps),
    improvements: () => recoverImprovements(deps),
    closed: () => recheckClosed(deps),
    deputies: () => tellDeputies(deps),
    leavers: () => settleLeavers(deps),
  };
  await eachAlone(
    deps,
    Object.entries(steps),
    ([name]) => name,
    ([, step]) => step(),
  );
};
