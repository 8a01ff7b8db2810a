import type { PersonId } from '../../domain/kernel/ids.ts';
import type { Account } from '../../domain/people/account.ts';
import type { ViewParts } from '../view-parts.ts';

/** A person's own zone as their account tells it, else the organisation's. */
export const zoneOf = (
  account: Pick<Account, 'timeZone'>,
  { settings }: Pick<ViewParts, 'settings'>,
): string => account.timeZone ?? settings.organisation.timeZone;

/** The zone of somebody who is written to. */
export const zoneFor = async (
  from: Pick<ViewParts, 'accounts' | 'settings'>,
  person: PersonId,
): Promise<string> => zoneOf((await from.accounts.ofPerson(person)) ?? {}, from);
