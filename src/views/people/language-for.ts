import type { PersonId } from '../../domain/kernel/ids.ts';
import { type Language, languageOf } from '../../domain/kernel/text.ts';
import type { ViewParts } from '../view-parts.ts';

/** The language somebody reads: their account's locale; before first contact the organisation's. */
export const languageFor = async (
  from: Pick<ViewParts, 'accounts' | 'settings'>,
  person: PersonId,
): Promise<Language> => {
  const account = await from.accounts.ofPerson(person);
  return languageOf(account?.locale, from.settings.organisation.language);
};
