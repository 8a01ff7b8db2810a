import type { By } from '../audit/by.ts';
import type { RoundId, TrainingCode } from '../kernel/ids.ts';
import type { Round } from './round.ts';
import type { RoundWindow } from './windows.ts';

/** A questionnaire that some round was opened with; its digest where the round kept it. */
export interface AskedQuestionnaire {
  readonly questionnaire: string;
  readonly digest?: string;
}

/** What becomes of an open round whose training has other dates. */
export type RoundMove = RoundWindow & Pick<Round, 'remindersDone'> & { readonly state: 'open' | 'planned' };

export interface RoundStore {
  /**
   * Plans a round once; a planned one takes new dates, and a missed one that has time again is planned. An open one is moved by
   * `move`; closed and cancelled ones keep their own.
   */
  plan(round: Round, by: By): Promise<void>;
  /** The same for many at once. */
  planAll(rounds: readonly Round[], by: By): Promise<void>;
  byId(id: RoundId): Promise<Round | undefined>;
  byIds(ids: readonly RoundId[]): Promise<Round[]>;
  ofTraining(training: TrainingCode): Promise<Round[]>;
  ofTrainings(trainings: readonly TrainingCode[]): Promise<Round[]>;
  /** Planned rounds whose window has begun. */
  toOpen(now: Date): Promise<Round[]>;
  /** Open rounds with a reminder due. */
  toRemind(now: Date): Promise<Round[]>;
  /** Open rounds whose due day is over. */
  toClose(now: Date): Promise<Round[]>;
  /** Closed rounds whose results have not been announced. */
  toAnnounce(): Promise<Round[]>;
  open(): Promise<Round[]>;
  /** Rounds whose due date (local) lies in [from, to]. */
  dueBetween(fromDate: string, toDate: string): Promise<Round[]>;
  /** planned → open, fixing what is asked about whom. */
  markOpen(
    id: RoundId,
    fixed: Pick<Round, 'questionnaire' | 'questionnaireDigest' | 'instructors'>,
    by: By,
  ): Promise<void>;
  /** Rounds of which nothing has come go as if they had never been planned. */
  remove(ids: readonly RoundId[]): Promise<void>;
  markMissed(id: RoundId, by: By): Promise<void>;
  /** An open round takes other dates, unless it has moved on since it was read; `planned`: it waits to be opened once more. */
  move(round: Round, to: RoundMove, by: By): Promise<void>;
  /** planned | open | missed → cancelled. */
  cancel(id: RoundId, by: By): Promise<void>;
  /** cancelled → as it stood. */
  resume(id: RoundId, by: By): Promise<void>;
  /** Counts reminders forward only. */
  markReminded(id: RoundId, done: number): Promise<void>;
  markClosed(id: RoundId, by: By): Promise<void>;
  /** With this revision of its result; announced once more with the same one, it is not written down again. */
  markAnnounced(id: RoundId, revision: number, by: By): Promise<void>;
  /** A closed round is looked at once more: an answer was on its way while it closed. */
  announceAgain(id: RoundId): Promise<void>;
  /**
   * Announced rounds are told together from now on, and none of them by itself; one that is being announced is not taken, one in
   * another pool stays there.
   */
  markPooled(ids: readonly RoundId[], pool: RoundId): Promise<void>;
  /** Every questionnaire that was ever asked, each once. */
  questionnairesAsked(): Promise<AskedQuestionnaire[]>;
  /** The next moment at which any round opens, reminds or closes. */
  nextMoment(after: Date): Promise<Date | undefined>;
}
