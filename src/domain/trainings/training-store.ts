import type { By } from '../audit/by.ts';
import type { PersonId, TrainingCode } from '../kernel/ids.ts';
import type { ChangeCounts } from './change-counts.ts';
import type { Enrolment } from './enrolment.ts';
import type { Training } from './training.ts';

/** What one run of an import brings to a training, for the trail. */
export interface RosterNote {
  readonly importId: string;
  /** 0 for the first. */
  readonly run: number;
  readonly participants: ChangeCounts;
}

/** What a run of an import brings to a training. */
export interface TrainingNote {
  readonly training: TrainingCode;
  readonly roster: RosterNote;
}

export interface TrainingStore {
  /** Creates or updates by code. */
  save(training: Training, by: By): Promise<void>;
  /** The same for many at once. */
  saveAll(trainings: readonly Training[], by: By): Promise<void>;
  /** Keeps for the trail what a roster brings to trainings, to each once for each run of an import. */
  noteRosters(notes: readonly TrainingNote[], by: By): Promise<void>;
  byCode(code: TrainingCode): Promise<Training | undefined>;
  byCodes(codes: readonly TrainingCode[]): Promise<Training[]>;
  /** Those whose code is one of these in whatever letters' case. */
  byAnyCase(codes: readonly TrainingCode[]): Promise<Training[]>;
  /** Trainings whose code, title or course is, or else contains, this text (case-insensitive); at most 10. */
  search(text: string): Promise<Training[]>;
  all(): Promise<Training[]>;
  taughtBy(email: string): Promise<Training[]>;
  /** Creates or updates by (training, person). `known`: as it was when last read, which spares a look. */
  enrol(enrolment: Enrolment, by: By, known?: Enrolment): Promise<void>;
  /** The same for many at once; `before`: as it was when last read. */
  enrolAll(lines: readonly { enrolment: Enrolment; before?: Enrolment }[], by: By): Promise<void>;
  /** Takes people off a roster as if they had never been on it. */
  unenrol(training: TrainingCode, people: readonly PersonId[]): Promise<void>;
  /** A training that was never begun goes. */
  remove(training: TrainingCode): Promise<void>;
  /** Takes off the roster whoever was found to be somebody else, once that one's line says it all. */
  foldEnrolment(training: TrainingCode, other: PersonId, kept: PersonId): Promise<void>;
  enrolments(training: TrainingCode): Promise<Enrolment[]>;
  enrolmentsOfAll(trainings: readonly TrainingCode[]): Promise<Enrolment[]>;
  enrolmentsOf(person: PersonId): Promise<Enrolment[]>;
  /** The lines of a manager's people, or of a department, in all rosters. */
  enrolmentsIn(
    part:
      | { readonly kind: 'manager'; readonly person: PersonId }
      | { readonly kind: 'department'; readonly department: string },
  ): Promise<Pick<Enrolment, 'training' | 'person'>[]>;
  /** The people whose manager this is in any roster. */
  peopleOfManager(manager: PersonId): Promise<PersonId[]>;
  /** Every department a roster names, as it is written there, in the order of their names. */
  departments(): Promise<string[]>;
}
