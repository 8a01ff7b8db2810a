import type { By } from '../audit/by.ts';
import type { IssueId, RoundId, TrainingCode } from '../kernel/ids.ts';
import type { Issue } from './issue.ts';

export interface IssueStore {
  /**
   * Takes in what a round found, as issues of one finding each. Where the course has an issue about the same item and
   * instructor that is not done, the finding joins its evidence, else it becomes an issue. Each finding counts once,
   * however often and by however many processes it is raised.
   */
  raise(found: readonly Issue[], by: By): Promise<void>;
  byId(id: IssueId): Promise<Issue | undefined>;
  /** Those a round is evidence of, worst first by its figures. */
  ofRound(round: RoundId): Promise<Issue[]>;
  /** Those any of these rounds is evidence of, worst first by what was found first. */
  ofRounds(rounds: readonly RoundId[]): Promise<Issue[]>;
  ofTraining(training: TrainingCode): Promise<Issue[]>;
  /** Forward only: open → assigned → done. */
  advance(id: IssueId, state: 'assigned' | 'done', by: By): Promise<void>;
}
