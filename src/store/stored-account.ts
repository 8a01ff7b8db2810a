import { Schema } from 'mongoose';
import type { Channel, Parts } from '../domain/kernel/address.ts';
import type { AccountKey, PersonId } from '../domain/kernel/ids.ts';
import type { Account } from '../domain/people/account.ts';
import type { AccountSighting } from '../domain/people/account-store.ts';
import { type Audited, audited } from './audit-entries.ts';
import { folded } from './literal.ts';
import { present } from './present.ts';
import { storedAs } from './schema-options.ts';
import { firstChannel, readAddress, type StoredParts, storedAddress } from './stored-address.ts';

/** The first channel's parts stand at the top, as they did before there were others; another's stand in `parts`. */
export interface AccountRecord extends Audited {
  _id: AccountKey;
  channel?: Channel;
  parts?: Parts;
  tenantId?: string;
  aadObjectId?: string;
  mri?: string;
  name: string;
  emails: readonly string[];
  personId?: PersonId;
  chat?: StoredParts;
  installed: boolean;
  locale?: string;
  timeZone?: string;
  seenAt: Date;
}

export const accountSchema = new Schema<AccountRecord>(
  {
    _id: String,
    channel: String,
    parts: Schema.Types.Mixed,
    tenantId: String,
    aadObjectId: String,
    mri: String,
    name: String,
    emails: [String],
    personId: String,
    chat: Schema.Types.Mixed,
    installed: Boolean,
    locale: String,
    timeZone: String,
    seenAt: Date,
  },
  storedAs('accounts'),
);
accountSchema.index({ personId: 1, seenAt: -1 });
accountSchema.index({ emails: 1, seenAt: -1 });
audited(accountSchema);

export const readAccount = ({
  _id,
  channel = firstChannel,
  parts = {},
  tenantId,
  aadObjectId,
  mri,
  chat,
  installed,
  entries,
  ...account
}: AccountRecord): Account => ({
  ...account,
  key: _id,
  channel,
  parts: { ...parts, ...present({ tenantId, aadObjectId, mri }) },
  ...(chat === undefined ? {} : { address: readAddress(chat) }),
  connected: installed,
});

/** What a sighting changes; what it does not tell is blank in a new account and stays as it was in a known one. */
export const accountUpdate = (sighting: AccountSighting) => {
  const { channel, parts, emails, address, connected, name, locale, timeZone, seenAt } = sighting;
  const told = Object.entries(parts).map(([part, value]) => [
    channel === firstChannel ? part : `parts.${part}`,
    String(value),
  ]);
  const news = {
    ...Object.fromEntries(told),
    ...present({
      name,
      emails: emails?.map(folded),
      chat: address === undefined ? undefined : storedAddress(address),
      installed: connected,
      locale,
      timeZone,
    }),
  };
  const unknown = {
    ...(channel === firstChannel ? { mri: '' } : { channel }),
    name: '',
    emails: [],
    installed: false,
  };
  const blanks = Object.fromEntries(Object.entries(unknown).filter(([field]) => !(field in news)));
  return { $set: news, $setOnInsert: blanks, $max: { seenAt } };
};
