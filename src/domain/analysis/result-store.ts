import type { RoundId } from '../kernel/ids.ts';
import type { Comment, FrozenResult, Part, Result, ResultCell } from './result.ts';

/** What was kept of part of a round's people. */
export interface KeptCell {
  readonly round: RoundId;
  readonly part: Part;
  readonly cell: ResultCell;
}

export interface ResultStore {
  /**
   * Keeps one result per (round, revision); freezing the same revision twice keeps the first. The parts are those of the
   * first revision. `marks`: what was counted, so that what came later can be told from it; they say nothing by themselves.
   */
  freeze(result: FrozenResult, marks: readonly string[]): Promise<void>;
  /** The latest revision. */
  ofRound(round: RoundId): Promise<Result | undefined>;
  ofRounds(rounds: readonly RoundId[]): Promise<Result[]>;
  /** What is kept of a part in each of these rounds; none where nobody of it was due. */
  cells(part: Part, rounds: readonly RoundId[]): Promise<KeptCell[]>;
  /** The comments of the latest revision on one question, at most so many, in their order, without the first `after`. */
  comments(round: RoundId, key: string, most: number, after?: number): Promise<Comment[]>;
  /** Undefined: what was counted is not known (frozen by a version before), or nothing is frozen. */
  marks(round: RoundId): Promise<ReadonlySet<string> | undefined>;
}
