import type { PersonId, RoundId, TrainingCode, VisitKind } from '../kernel/ids.ts';

/** Enough of a set of numbers to add sets up: n, Σ, Σ², and how often each value came. */
export interface Tally {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  /** Value (or option id) → count. */
  readonly histogram: Readonly<Record<string, number>>;
  /** Of a two-sided scale also the points as they were chosen, 1–5: they tell the direction, the scores do not. */
  readonly positions?: Readonly<Record<string, number>>;
  /** How many said that it does not apply; they are not in n. */
  readonly none?: number;
}

/** People of a round, counted by what became of their visit (S3). `due` includes everybody not withdrawn. */
export interface Completion {
  readonly due: number;
  readonly answered: number;
  readonly started: number;
  readonly declined: number;
  readonly excused: number;
}

/** One cell (everybody, a department, a manager's people): its completion and its tallies by answer key. */
export interface ResultCell {
  readonly completion: Completion;
  /** People whose response has at least one answer. */
  readonly respondents: number;
  readonly items: Readonly<Record<string, Tally>>;
}

/**
 * The people of one department and one manager, by numbers alone: how many were due and how many answered
 * each key. Tells disclosure how cells overlap, so that no group can be had by subtraction (P3).
 */
export interface ResultGroup {
  readonly department: string;
  readonly manager?: PersonId;
  readonly due: number;
  readonly answers: Readonly<Record<string, number>>;
}

/** A comment without its author; the list is in no order that tells anything. */
export interface Comment {
  readonly key: string;
  readonly text: string;
}

/** The frozen result of a closed round: everything shown later is added up from these, never from answers. */
export interface Result {
  readonly round: RoundId;
  readonly training: TrainingCode;
  readonly kind: VisitKind;
  readonly questionnaire: string;
  readonly dueDate: string;
  /** 1 for the first freezing; an answer that slipped in at closing makes the next. */
  readonly revision: number;
  readonly frozenAt: Date;
  readonly whole: ResultCell;
  readonly departments: Readonly<Record<string, ResultCell>>;
  readonly managers: Readonly<Record<PersonId, ResultCell>>;
  readonly groups: readonly ResultGroup[];
  readonly comments: readonly Comment[];
}
