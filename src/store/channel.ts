import { type Connection, Schema } from 'mongoose';
import type { ChannelStore, DepartmentChannel } from '../domain/deliveries/department-channel.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';

type ChannelRecord = DepartmentChannel & { _id: 'department' };

const schema = new Schema<ChannelRecord>(
  {
    _id: String,
    tenantId: String,
    teamId: String,
    channelId: String,
    name: String,
    serviceUrl: String,
    chosenAt: Date,
  },
  storedAs('channels'),
);

/** The one channel of the training department; choosing again replaces it. */
export const channelStore = (connection: Connection): ChannelStore => {
  const channels = connection.model('Channel', schema);

  return {
    current: async () => {
      const record = await channels.findById('department').lean();
      if (record === null) return undefined;
      const { _id, ...channel } = record;
      return channel;
    },
    choose: async (channel) => {
      await settled(() => channels.updateOne({ _id: 'department' }, { $set: channel }, upsert));
    },
  };
};
