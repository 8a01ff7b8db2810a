import type { By } from '../audit/by.ts';
import type { ImprovementId, IssueId, PersonId, RoundId } from '../kernel/ids.ts';
import type { Improvement, ImprovementStep } from './improvement.ts';

export interface ImprovementStore {
  /** One improvement per issue in this form: assigning an issue again returns the one that is there. */
  assign(improvement: Improvement, by: By): Promise<Improvement>;
  byId(id: ImprovementId): Promise<Improvement | undefined>;
  ofIssue(issue: IssueId): Promise<Improvement | undefined>;
  ofIssues(issues: readonly IssueId[]): Promise<Improvement[]>;
  /** Of issues that these rounds were the first to raise. */
  ofRounds(rounds: readonly RoundId[]): Promise<Improvement[]>;
  ownedBy(person: PersonId): Promise<Improvement[]>;
  /** The latest 200 by assignment or last step: what a process that died may have left half told. */
  recent(): Promise<Improvement[]>;
  /** Adds a step and moves the state, forward only (assigned → started → done); the same step twice is one. Returns the improvement as it is now. */
  step(id: ImprovementId, step: ImprovementStep, by: By): Promise<Improvement>;
  /** Somebody else answers for it, unless it is done or not `from`'s any more. Returns it as it is now. */
  passOn(id: ImprovementId, from: PersonId, to: PersonId, by: By): Promise<Improvement>;
  /** Not done, with a due date on or before this local date, reminded fewer than `reminders` times. */
  toRemind(date: string, reminders: number): Promise<Improvement[]>;
  markReminded(id: ImprovementId, done: number): Promise<void>;
  nextDueDate(after: string): Promise<string | undefined>;
}
