import { Refusal } from '../kernel/refusal.ts';
import type { MatchDeps } from './match-account.ts';
import { personMeant } from './person-meant.ts';

/** Longer than any name. */
const longestName = 80;

/** Whether somebody is called so, or nearly so: enough to ask which of them is meant. */
export const isSomebody = async (deps: MatchDeps, who: string): Promise<boolean> => {
  if (who === '' || who.length > longestName) return false;
  try {
    await personMeant(deps, who);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'several-people' || Boolean(error.details.near);
  }
};
