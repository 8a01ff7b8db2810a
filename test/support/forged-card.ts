import type { Fields } from './teams-tenant/activity.ts';
import type { SeenCard } from './teams-tenant/chat.ts';

/** A card with one button of an attacker's own making, in the place of one that Teams did show. */
export const forgedCard = (shown: SeenCard, verb: string, data: Fields): SeenCard => {
  const action = { type: 'Action.Execute', title: verb, verb, data: { verb, ...data }, json: { verb } };
  return { ...shown, inputs: [], actions: [action] };
};
