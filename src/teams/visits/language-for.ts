import type { PersonId } from '../../domain/kernel/ids.ts';
import { type Language, languageOf } from '../../domain/kernel/text.ts';
import type { Desk } from '../bot/desk.ts';

/** The language somebody reads: their Teams locale; before first contact the organisation's. */
export const languageFor = async (desk: Desk, person: PersonId): Promise<Language> => {
  const account = await desk.stores.accounts.ofPerson(person);
  return languageOf(account?.locale, desk.settings.organisation.language);
};
