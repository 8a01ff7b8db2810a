import type { RoundId } from '../kernel/ids.ts';
import type { Result } from './result.ts';

export interface ResultStore {
  /** Keeps one result per (round, revision); freezing the same revision twice keeps the first. */
  freeze(result: Result): Promise<void>;
  /** The latest revision. */
  ofRound(round: RoundId): Promise<Result | undefined>;
  ofRounds(rounds: readonly RoundId[]): Promise<Result[]>;
}
