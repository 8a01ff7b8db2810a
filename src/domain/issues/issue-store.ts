import type { IssueId, RoundId, TrainingCode } from '../kernel/ids.ts';
import type { Issue } from './issue.ts';

export interface IssueStore {
  /** Raises each once. */
  raise(issues: readonly Issue[]): Promise<void>;
  byId(id: IssueId): Promise<Issue | undefined>;
  /** Worst first (lowest mean). */
  ofRound(round: RoundId): Promise<Issue[]>;
  ofRounds(rounds: readonly RoundId[]): Promise<Issue[]>;
  ofTraining(training: TrainingCode): Promise<Issue[]>;
  /** Forward only: open → assigned → done. */
  advance(id: IssueId, state: 'assigned' | 'done'): Promise<void>;
}
