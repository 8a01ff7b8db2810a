import type { Channel } from '../kernel/address.ts';
import type { ResponseId, RoundId } from '../kernel/ids.ts';
import type { Answers } from '../questionnaires/answers.ts';

export type { Answer, Answers } from '../questionnaires/answers.ts';

/** One page as it was left, added and never edited (P1); of each page the first and the last are kept. */
export interface PageRevision {
  readonly page: string;
  /** 1 for the first time this page was left. */
  readonly revision: number;
  readonly answers: Answers;
}

/**
 * What one trainee said in one round, as it is while somebody works with it; stored it is sealed (`sealed-response.ts`). Holds
 * no name, no time and no ledger id: its id is a keyed hash (`response-keys.ts`; P3).
 */
export interface Response {
  readonly id: ResponseId;
  readonly round: RoundId;
  /** By which channel its first page came. */
  readonly source: Channel;
  readonly revisions: readonly PageRevision[];
  /** The last page was handed in at least once. */
  readonly complete: boolean;
  /** Withdrawn by the person ("I did not attend"): counts nowhere. */
  readonly withdrawn: boolean;
  /** How many pages somebody changed in the database past the product: they count nowhere. */
  readonly damaged?: number;
}
