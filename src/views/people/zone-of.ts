import type { Account } from '../../domain/people/account.ts';
import type { ViewParts } from '../view-parts.ts';

/** A person's own zone as their account tells it, else the organisation's. */
export const zoneOf = (
  account: Pick<Account, 'timeZone'>,
  { settings }: Pick<ViewParts, 'settings'>,
): string => account.timeZone ?? settings.organisation.timeZone;
