import type { Text } from '../../domain/kernel/text.ts';
import { zoneOf } from '../../views/people/zone-of.ts';
import { pendingView } from '../../views/responses/pending-view.ts';
import { pendingTitle } from '../../wording/pending-words.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import { pendingCard } from '../cards/questionnaire/pending-card.ts';
import type { CommandCall, Reply } from './command.ts';

/** The stores it takes to see what waits for somebody. */
export const waitingStores = ['people', 'trainings', 'rounds', 'visits', 'responses'] as const;
export type WaitingStores = (typeof waitingStores)[number];

/** A sentence with the cards to press, in the speaker's own chat and where some wait for them; else another sentence. */
export const withWaiting = async (
  on: OnDesk<WaitingStores>,
  { speaker: { person, account, language }, place }: Pick<CommandCall, 'speaker' | 'place'>,
  withCards: Text,
  without: Text,
): Promise<Reply> => {
  if (place.kind !== 'personal') return { text: without[language] };
  const view = await pendingView(on, person.id, zoneOf(account, on));
  if (view.visits.length === 0) return { text: without[language] };
  return {
    card: pendingCard(view, language, withCards),
    summary: pendingTitle(view.visits.length)[language],
  };
};
