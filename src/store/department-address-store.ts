import { type Connection, Schema } from 'mongoose';
import type { DepartmentAddress, DepartmentAddressStore } from '../domain/deliveries/department-address.ts';
import type { Channel, Parts } from '../domain/kernel/address.ts';
import { present } from './present.ts';
import { storedAs } from './schema-options.ts';
import { firstChannel } from './stored-address.ts';
import { settled, upsert } from './upsert.ts';

/** The first channel's parts stand at the top, as they did before there were others; another's stand in `parts`. */
interface DepartmentRecord {
  _id: 'department';
  channel?: Channel;
  parts?: Parts;
  tenantId?: string;
  teamId?: string;
  channelId?: string;
  serviceUrl?: string;
  name: string;
  chosenAt: Date;
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
  },
  storedAs('channels'),
);

const read = (record: DepartmentRecord): DepartmentAddress => {
  const { channel = firstChannel, parts = {}, name, chosenAt } = record;
  const { tenantId, teamId, channelId, serviceUrl } = record;
  const ofFirst = present({ tenantId, teamId, channelId, serviceUrl });
  return { address: { channel, parts: channel === firstChannel ? ofFirst : parts }, name, chosenAt };
};

/** The one address of the training department; choosing again replaces it. */
export const departmentAddressStore = (connection: Connection): DepartmentAddressStore => {
  const addresses = connection.model('Channel', schema);

  return {
    current: async () => {
      const record = await addresses.findById('department').lean();
      return record === null ? undefined : read(record);
    },
    choose: async ({ address: { channel, parts }, name, chosenAt }) => {
      const change =
        channel === firstChannel
          ? { $set: { ...parts, name, chosenAt }, $unset: { channel: 1, parts: 1 } as const }
          : { $set: { channel, parts, name, chosenAt } };
      await settled(() => addresses.updateOne({ _id: 'department' }, change, upsert));
    },
  };
};
