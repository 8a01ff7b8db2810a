import type { AnyCardAction } from '../card-action.ts';

/** Everything a person can press: `cardAction(action)` for each. */
export const cardActions: readonly AnyCardAction[] = [];
