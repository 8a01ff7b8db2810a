import type { RefusalDetails } from '../kernel/refusal.ts';
import type { RosterProblemCode } from './roster-problem.ts';

export interface Trouble {
  readonly code: RosterProblemCode;
  readonly details?: RefusalDetails;
}

/** What a cell says, or why it could not be read. */
export type Reading<T> = { readonly value: T } | { readonly trouble: Trouble };

export const trouble = (code: RosterProblemCode, details?: RefusalDetails): { trouble: Trouble } => ({
  trouble: details === undefined ? { code } : { code, details },
});
