/** One account as it appears inside activities. */
export interface Account {
  id: string;
  name?: string;
  aadObjectId?: string;
}

export interface Attachment {
  contentType: string;
  content?: unknown;
}

/** A Bot Framework activity as JSON on the wire: the fields this kit reads, and whatever else was sent. */
export interface Activity {
  type: string;
  id?: string;
  text?: string;
  summary?: string;
  from?: Account;
  recipient?: Account;
  conversation?: { id: string; tenantId?: string; conversationType?: string; isGroup?: boolean };
  attachments?: Attachment[];
  channelData?: Record<string, unknown>;
  serviceUrl?: string;
  channelId?: string;
  value?: unknown;
  [field: string]: unknown;
}

export type Fields = Record<string, unknown>;

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** True for a JSON object: not null, not an array. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first Adaptive Card an activity carries, as sent. */
export function adaptiveCardOf(activity: Activity): Fields | undefined {
  const found = (activity.attachments ?? []).find(
    (attachment) => attachment.contentType === adaptiveCardType,
  );
  return found && isFields(found.content) ? found.content : undefined;
}
