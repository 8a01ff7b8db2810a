import type { Channel } from '../kernel/address.ts';
import type { PersonId, RoundId, TrainingCode, VisitId, VisitKind } from '../kernel/ids.ts';

/** due → started → answered | declined | excused | expired. The last four end a visit. */
export const visitStates = ['due', 'started', 'answered', 'declined', 'excused', 'expired'] as const;
export type VisitState = (typeof visitStates)[number];

/** `left`: left the organisation without having answered. */
export const excuses = ['did-not-attend', 'on-leave', 'withdrawn', 'left'] as const;
export type Excuse = (typeof excuses)[number];

/** How a visit ended. */
export type Ending = Pick<Visit, 'state' | 'excuse' | 'endedOn' | 'answeredOn' | 'channel' | 'recordedBy'>;

/** The ledger's line about one person in one round: who, when, how – never what was said. */
export interface Visit {
  readonly id: VisitId;
  readonly round: RoundId;
  readonly training: TrainingCode;
  readonly kind: VisitKind;
  /** Whom it was opened for; their answers are kept under it. */
  readonly person: PersonId;
  /** Who that was found to be: whose it is. */
  readonly countsFor?: PersonId;
  /** The same person's visit that counts instead of this one, which is excused as withdrawn and counts nowhere. */
  readonly countedAs?: VisitId;
  /** The cells this person counts in, as they were when the round closed. */
  readonly department: string;
  readonly manager?: PersonId;
  readonly state: VisitState;
  readonly excuse?: Excuse;
  readonly openedAt: Date;
  readonly dueAt: Date;
  /** Local dates in the organisation's zone; the hour is nobody's business (P3). */
  readonly startedOn?: string;
  readonly answeredOn?: string;
  readonly endedOn?: string;
  /** Answered, but only when the round had closed: counted once its result takes that in. */
  readonly late?: true;
  /** How many page revisions there were when the ledger heard last: there cannot be fewer (P1). */
  readonly pagesSaved?: number;
  /** How the answer came in (C1–C4), for the ledger (P1). */
  readonly channel?: Channel;
  readonly recordedBy?: PersonId;
  /** Of one that is excused though it had ended already: how it stood, and stands again when that is taken back. */
  readonly stood?: Ending;
  /** "Later" and "On leave until": nobody is reminded before this. */
  readonly quietUntil?: Date;
  /** How often what its person was told of it changed: cancelled, withdrawn, back, moved. */
  readonly changes?: number;
  /** How often "I did not attend" was taken back: so many absences that staff may have been told of are none. */
  readonly absencesTakenBack?: number;
  /** Opened as excused, for in another round of the training its person had said that they did not attend. */
  readonly absentBefore?: true;
  /** The page shown last, so that another device continues there. */
  readonly page: number;
}

/** Whether nobody said in this round that they did not attend: it follows what they said in another, which staff were told of then. */
export const isAbsentAsBefore = ({
  absentBefore,
  absencesTakenBack,
}: Pick<Visit, 'absentBefore' | 'absencesTakenBack'>): boolean =>
  absentBefore === true && absencesTakenBack === undefined;

/** Whose it is today. */
export const whose = ({ person, countsFor }: Pick<Visit, 'person' | 'countsFor'>): PersonId =>
  countsFor ?? person;
