import { isDeepStrictEqual } from 'node:util';
import { type Connection, Schema } from 'mongoose';
import { newEntry, textReference } from '../domain/audit/entry.ts';
import type { DepartmentAddress, DepartmentAddressStore } from '../domain/deliveries/department-address.ts';
import type { Address, Channel, Parts } from '../domain/kernel/address.ts';
import { type Audited, audited, writtenDown } from './audit-entries.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import { firstChannel } from './stored-address.ts';
import { readReason, storedReason } from './stored-reason.ts';
import { settled, upsert } from './upsert.ts';
import { readWhole } from './whole-records.ts';

/** The first channel's parts stand at the top, as they did before there were others; another's stand in `parts`. */
interface DepartmentRecord extends Audited {
  _id: 'department';
  channel?: Channel;
  parts?: Parts;
  tenantId?: string;
  teamId?: string;
  channelId?: string;
  serviceUrl?: string;
  name: string;
  chosenAt: Date;
  /** Of the address chosen before it: the version before does not know it and leaves it when another is chosen. */
  lost?: { since: Date; reason: string };
}

const schema = new Schema<DepartmentRecord>(
  {
    _id: String,
    channel: String,
    parts: Schema.Types.Mixed,
    tenantId: String,
    teamId: String,
    channelId: String,
    name: String,
    serviceUrl: String,
    chosenAt: Date,
    lost: { type: new Schema({ since: Date, reason: String }, part) },
  },
  storedAs('channels'),
);
audited(schema);
readWhole(schema, { needs: ['name', 'chosenAt'] });

const read = (record: DepartmentRecord): DepartmentAddress => {
  const { channel = firstChannel, parts = {}, name, chosenAt, lost } = record;
  const { tenantId, teamId, channelId, serviceUrl } = record;
  const ofFirst = present({ tenantId, teamId, channelId, serviceUrl });
  const isLost = lost !== undefined && lost.since >= chosenAt;
  return {
    address: { channel, parts: channel === firstChannel ? ofFirst : parts },
    name,
    chosenAt,
    ...(isLost ? { lost: { since: lost.since, reason: readReason(lost.reason) } } : {}),
  };
};

const addressFields = ['channel', 'parts', 'tenantId', 'teamId', 'channelId', 'serviceUrl'] as const;

const factsOf = ({ channel, parts }: Address) => ({
  channel,
  address: textReference(JSON.stringify(Object.entries(parts).sort())),
});

/** The one address of the training department; choosing again replaces it. */
export const departmentAddressStore = (connection: Connection): DepartmentAddressStore => {
  const addresses = connection.model('Channel', schema);

  return {
    current: async () => {
      const record = await addresses.findById('department').lean();
      return record === null ? undefined : read(record);
    },
    lose: async ({ chosenAt }, { since, reason }) => {
      const known = { _id: 'department' as const, chosenAt };
      // What was lost of the one before it does not count.
      const asBefore = { $or: [{ lost: { $exists: false } }, { 'lost.since': { $lt: chosenAt } }] };
      const lost = { since, reason: storedReason(reason) };
      await addresses.updateOne({ ...known, ...asBefore }, { $set: { lost } });
    },
    find: async () => {
      await addresses.updateOne({ _id: 'department' }, { $unset: { lost: 1 } });
    },
    choose: async ({ address, name, chosenAt }, by) => {
      const { channel, parts } = address;
      const change =
        channel === firstChannel
          ? { $set: { ...parts, name, chosenAt }, $unset: { channel: 1, parts: 1, lost: 1 } as const }
          : { $set: { channel, parts, name, chosenAt }, $unset: { lost: 1 } as const };
      await settled(async () => {
        const record = await addresses.findById('department').lean();
        const before = record === null ? undefined : read(record);
        const stays = before !== undefined && isDeepStrictEqual(before.address, address);
        const about = { kind: 'department', id: 'department' } as const;
        const facts = { ...present({ before: before && factsOf(before.address) }), after: factsOf(address) };
        const note = stays ? {} : writtenDown(newEntry(by, 'department-address-chosen', about, facts));
        // Somebody who chose in between is seen: the address is no longer what was read.
        const asRead = Object.fromEntries(
          addressFields.map((name) => [name, record?.[name] ?? { $exists: false }]),
        );
        await addresses.updateOne({ _id: 'department', ...asRead }, { ...change, ...note }, upsert);
      });
    },
  };
};
