import { seenLine } from '../../domain/kernel/seen-text.ts';
import type { AccountSighting } from '../../domain/people/account-store.ts';
import { seenAs } from '../bot/teams-account.ts';
import { chatAddress } from '../bot/teams-address.ts';
import { type InboundActivity, tenantOf } from './activity-shape.ts';
import { placeOf } from './place-of.ts';

/** What an activity tells about the account behind it; whoever speaks in their own chat has the bot. Undefined where no person stands behind it. */
export const sightingOf = (activity: InboundActivity, seenAt: Date): AccountSighting | undefined => {
  const { from } = activity;
  const tenantId = from.tenantId ?? tenantOf(activity);
  if (tenantId === undefined || from.aadObjectId === undefined || from.aadObjectId === '') return undefined;
  const name = seenLine(from.name ?? '');
  const place = placeOf(activity);
  const client = activity.entities?.find((entity) => entity.type === 'clientInfo');
  const locale = firstText(activity.locale, client?.locale);
  const timeZone = firstText(activity.localTimezone, client?.timezone);
  const home = tenantOf(activity);
  // Of another tenant than the conversation: whatever else is told, a guest.
  const isGuest = home !== undefined && tenantId.toLowerCase() !== home.toLowerCase();
  return {
    ...seenAs({ tenantId, aadObjectId: from.aadObjectId, mri: from.id }),
    ...(isGuest ? { guest: true } : {}),
    ...(name === '' ? {} : { name }),
    ...(place.kind === 'personal' ? { address: chatAddress(place), connected: true } : {}),
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone !== undefined && isTimeZone(timeZone) ? { timeZone } : {}),
    seenAt,
  };
};

const firstText = (...values: readonly unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === 'string' && value !== '' && value.length <= 100);

const usualZones = new Set(Intl.supportedValuesOf('timeZone'));

/** Only a zone the runtime knows is kept: delivery hours are computed in it later. Old names are asked for singly. */
const isTimeZone = (name: string): boolean => {
  if (usualZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
