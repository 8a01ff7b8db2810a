import { byProduct } from '../audit/by.ts';
import { resumeImports } from '../imports/resume-imports.ts';
import { recoverImprovements } from '../improvements/recover-improvements.ts';
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
  Pick<Means, 'responseKeys'>;

/** What a process that died left half done: imports go on; answers, assignments and deputies are the truth, the rest follows. */
export const afterRestart = async (deps: Deps): Promise<void> => {
  await settleMerges(deps);
  await finishUndoing(deps, byProduct('recovering', deps));
  await resumeImports(deps, (codes, by) => afterTrainings(deps, codes, by));
  await recoverOpenRounds(deps);
  await recoverImprovements(deps);
  await recheckClosed(deps);
  await tellDeputies(deps);
  await settleLeavers(deps);
};
