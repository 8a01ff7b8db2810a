import type { Tally } from './tally.ts';

/** Stands where a figure would tell about fewer people than the policy allows (P3). */
export const hidden = 'hidden';
export type Disclosed<Value> = Value | typeof hidden;

/** What may be told of a set of answers: everything, or of one that is very low so far as its stop (`low-end.ts`). */
export type Told = Tally | StoppedTally;

/** Deviation, interval and distribution of these are told nowhere. */
export type StoppedTally = StoppedScores | StoppedRecommendation | CommonChoices;

interface Stopped {
  readonly n: number;
  /** How many said that it does not apply; they are not in n. */
  readonly none?: number;
}

/** Of points or numbers: so many at most are satisfied. */
export interface StoppedScores extends Stopped {
  readonly stopped: 'scores';
  readonly satisfied: number;
  /** Their sum, exactly or at most; nothing of it is told of a part of the people. */
  readonly sum?: number;
  readonly sumAtMost?: true;
}

/** Of 0–10: promoters less detractors, at most. */
export interface StoppedRecommendation extends Stopped {
  readonly stopped: 'recommendation';
  readonly net: number;
}

/** Of options: those that nearly everybody chose, by so many at least; of the others nothing is told. */
export interface CommonChoices extends Stopped {
  readonly stopped: 'choices';
  readonly atLeast: Readonly<Record<string, number>>;
}

export const isStopped = (told: Told): told is StoppedTally => 'stopped' in told;
