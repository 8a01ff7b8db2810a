import { Schema } from 'mongoose';
import type { Channel, Parts } from '../domain/kernel/address.ts';
import { cleanAddress } from '../domain/kernel/clean-address.ts';
import type { AccountKey, PersonId } from '../domain/kernel/ids.ts';
import type { Account, AccountQuestion, Verdict } from '../domain/people/account.ts';
import type { AccountSighting } from '../domain/people/account-store.ts';
import { type Audited, audited } from './audit-entries.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import { firstChannel, readAddress, type StoredParts, storedAddress } from './stored-address.ts';
import { readWhole } from './whole-records.ts';

/** Older than any moment. */
export const neverLearnt = new Date(0);

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
  guest?: boolean;
  /** The version before does not know it, and makes the account somebody's all the same: it is held as long as this stands. */
  question?: AccountQuestion & { readonly told?: true };
  verdict?: Verdict;
  apart?: string[];
  /** When its addresses were learnt or looked up last; not there in what was stored before they were looked up again. */
  emailsAt?: Date;
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
    guest: Boolean,
    question: { type: new Schema({ why: String, at: Date, told: Boolean }, part) },
    verdict: {
      type: new Schema(
        { said: String, person: String, by: String, at: Date, why: String, asked: Date },
        part,
      ),
    },
    apart: { type: [String], default: undefined },
    emailsAt: Date,
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
accountSchema.index({ emailsAt: 1 });
accountSchema.index({ 'question.at': 1 }, { sparse: true });
audited(accountSchema);
readWhole(accountSchema, { needs: ['name', 'emails', 'installed', 'seenAt'] });

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
  guest,
  emailsAt,
  question,
  ...account
}: AccountRecord): Account => ({
  ...account,
  ...(question === undefined ? {} : { question: { why: question.why, at: question.at } }),
  ...(isGuest(guest, account.emails) ? { guest: true } : {}),
  key: _id,
  channel,
  parts: { ...parts, ...present({ tenantId, aadObjectId, mri }) },
  ...(chat === undefined ? {} : { address: readAddress(chat) }),
  connected: installed,
});

/** The version before kept nothing but the sign-in name, which tells: `x_partner.com#EXT#@contoso.onmicrosoft.com`. */
const isGuest = (guest: boolean | undefined, emails: readonly string[]): boolean =>
  guest ?? emails.some((email) => email.includes('#ext#'));

/** What a sighting changes; what it does not tell is blank in a new account and stays as it was in a known one. */
export const accountUpdate = (sighting: AccountSighting) => {
  const { channel, parts, emails, guest, address, connected, name, locale, timeZone, seenAt } = sighting;
  const told = Object.entries(parts).map(([part, value]) => [
    channel === firstChannel ? part : `parts.${part}`,
    String(value),
  ]);
  const news = {
    ...Object.fromEntries(told),
    ...present({
      name,
      emails: emails?.map(cleanAddress),
      emailsAt: emails === undefined ? undefined : seenAt,
      guest,
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
    emailsAt: neverLearnt,
    installed: false,
  };
  const blanks = Object.fromEntries(Object.entries(unknown).filter(([field]) => !(field in news)));
  return { $set: news, $setOnInsert: blanks, $max: { seenAt } };
};
