import type { Text } from '../../domain/kernel/text.ts';
import type { Running } from '../../main.ts';
import type { Chair } from './chairs.ts';
import type { DemoState } from './demo-state.ts';
import { rolesGiven } from './roles-given.ts';
import type { Switchboard } from './switchboard.ts';
import { whatWaits } from './what-waits.ts';

/**
 * Puts whoever is at the keyboard into a chair, and brings the cards that wait there, as things stand now. Returns how many, and
 * what they were given besides.
 * The bot is not told: it sees that this person has their chat open.
 */
export const sitDown = async (
  { deps, office }: Running,
  switchboard: Switchboard,
  state: DemoState,
  chair: Chair,
): Promise<{ readonly cards: number; readonly given: readonly Text[] }> => {
  state.chair = chair;
  await switchboard.install(chair.person);
  const [person] = await office.stores.people.byEmails([chair.person.email]);
  const given = rolesGiven(chair, person);
  if (person === undefined) return { cards: 0, given };
  let cards = 0;
  for (const delivery of await whatWaits(deps, person)) {
    const outcome = await deps.messenger.deliver(delivery);
    if (outcome.kind === 'sent') cards += 1;
  }
  return { cards, given };
};
