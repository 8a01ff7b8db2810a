import type { SeenCard } from './teams-tenant/chat.ts';
import type { Person } from './teams-tenant/person.ts';
import type { Pressed } from './teams-tenant/press.ts';

/** Presses "I did not attend": the card that asks once more. */
export const askedAbsent = async (person: Person, card = person.chat.lastCard()): Promise<SeenCard> => {
  const asked = (await person.presses(card, 'did-not-attend')).card;
  if (asked === undefined) throw new Error('no card');
  return asked;
};

/** Presses it, and means it. */
export const sayAbsent = async (person: Person, card = person.chat.lastCard()): Promise<Pressed> =>
  person.presses(await askedAbsent(person, card), 'did-not-attend');
