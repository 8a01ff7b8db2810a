import type { Activity } from './activity.ts';

/** Something Teams lets pass, or a person would stumble over, that a bot should never do. */
export interface Complaint {
  readonly rule: ComplaintRule;
  readonly detail: string;
  readonly conversationId: string;
  readonly activity: Activity | undefined;
}

export type ComplaintRule =
  | 'leftover ${'
  | 'null in a card'
  | 'ShowCard'
  | 'several attachments'
  | 'text beside a card'
  | 'no summary'
  | 'card version'
  | 'Action.Execute without verb'
  | 'too many actions'
  | 'too many refresh users'
  | 'no fallback'
  | 'duplicate input id'
  | 'mention without entity'
  | 'late invoke answer'
  | 'empty invoke answer'
  | 'invoke answer with an HTTP error'
  | 'message answered with an HTTP error';
