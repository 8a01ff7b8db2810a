import { createHash } from 'node:crypto';
import type { RoundId, VisitKind } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';

/** A pool is told from this many different people on, of this many rounds: of fewer, whose answers they are could be guessed. */
const leastPeople = 10;
const leastRounds = 2;

/**
 * Rounds of one course and questionnaire, due in one quarter, of each of which nothing may be shown: together they may say
 * something (DESIGN, decision 9). What each said stays sealed for good.
 */
export interface Pool {
  /** Stands where a round's would: the result of a pool is kept and read under it. */
  readonly id: RoundId;
  /** First day of the quarter. */
  readonly quarter: string;
  /** As the roster of one of its trainings writes it. */
  readonly course: string;
  readonly kind: VisitKind;
  /** `t1.1`. */
  readonly questionnaire: string;
  /** Fixed when it is made. */
  readonly rounds: readonly RoundId[];
}

/** One pool for each quarter, course and questionnaire; no round has such an id, whose last part is a number. */
export const poolId = (
  quarter: string,
  courseKey: string,
  kind: VisitKind,
  questionnaire: string,
): RoundId => {
  const digest = createHash('sha256').update(`${courseKey}\n${questionnaire}`).digest('base64url');
  return `pool/${quarter}/${kind}/${digest.slice(0, 22)}x` as RoundId;
};

/** From how many different people on a pool is told. */
export const poolFrom = ({ scores }: Settings['minimumGroup']): number => Math.max(leastPeople, 2 * scores);

/** Whether so many different people of so many rounds are enough to be told together. */
export const isEnough = (
  people: number,
  rounds: number,
  { minimumGroup }: Pick<Settings, 'minimumGroup'>,
): boolean => people >= poolFrom(minimumGroup) && rounds >= leastRounds;
