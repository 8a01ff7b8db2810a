import { z } from 'zod';

/** Half a character would be stored as another: whose it is could not be told from somebody else's. */
const isWhole = (text: string): boolean => text.isWellFormed();
const id = (most: number) => z.string().max(most).refine(isWhole);
/** What is only read: the half is left out. */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.toWellFormed());

const account = z.looseObject({
  id: id(500).min(1),
  name: words(500).optional(),
  aadObjectId: id(200).optional(),
  tenantId: id(200).optional(),
});
const named = z.looseObject({ id: id(500), name: words(500).nullish() });

/** The fields of an activity this bot and the SDK rely on; one without them is refused before the SDK sees it. */
export const inboundActivity = z.looseObject({
  type: z.string().min(1).max(100),
  id: id(500).optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(1000),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: id(1000).min(1),
    tenantId: id(200).optional(),
    conversationType: z.string().max(100).optional(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: id(200) }).nullish(),
      team: named.nullish(),
      channel: named.nullish(),
    })
    .nullish(),
  text: z
    .string()
    .transform((text) => text.toWellFormed())
    .nullish(),
  locale: z.string().max(100).nullish(),
  localTimezone: z.string().max(100).nullish(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).nullish(),
  replyToId: id(500).nullish(),
  membersAdded: z.array(z.looseObject({ id: id(500) })).nullish(),
  membersRemoved: z.array(z.looseObject({ id: id(500) })).nullish(),
});
export type InboundActivity = z.infer<typeof inboundActivity>;

/** The tenant whose conversation this is; undefined when Teams does not say, which is refused. */
export const tenantOf = (activity: InboundActivity): string | undefined =>
  activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
