import { z } from 'zod';

const account = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(500).optional(),
  aadObjectId: z.string().max(200).optional(),
  tenantId: z.string().max(200).optional(),
});
const named = z.looseObject({ id: z.string().max(500), name: z.string().max(500).nullish() });

/** The fields of an activity this bot and the SDK rely on; one without them is refused before the SDK sees it. */
export const inboundActivity = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(1000),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1).max(1000),
    tenantId: z.string().max(200).optional(),
    conversationType: z.string().max(100).optional(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().max(200) }).nullish(),
      team: named.nullish(),
      channel: named.nullish(),
    })
    .nullish(),
  text: z.string().nullish(),
  locale: z.string().max(100).nullish(),
  localTimezone: z.string().max(100).nullish(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).nullish(),
  replyToId: z.string().max(500).nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).nullish(),
  membersRemoved: z.array(z.looseObject({ id: z.string() })).nullish(),
});
export type InboundActivity = z.infer<typeof inboundActivity>;

/** The tenant whose conversation this is; undefined when Teams does not say, which is refused. */
export const tenantOf = (activity: InboundActivity): string | undefined =>
  activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
