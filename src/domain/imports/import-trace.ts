import type { PersonId, TrainingCode } from '../kernel/ids.ts';
import type { Enrolment } from '../trainings/enrolment.ts';
import type { Training } from '../trainings/training.ts';

/** How a training was before a run of an import, kept before anything of it is changed: what it changed can go back. */
export interface TrainingTrace {
  readonly training: TrainingCode;
  /** Not there: the import made it. */
  readonly before?: Training;
  /** Whom the import put on its roster. */
  readonly added: readonly PersonId[];
  /** Lines that it changed, as they were. */
  readonly changed: readonly Enrolment[];
}

/** Who appeared with some rows of an import, and who was called otherwise before. */
export interface PeopleTrace {
  readonly appeared: readonly string[];
  readonly renamed: readonly { readonly email: string; readonly before: string; readonly after: string }[];
}

/** A run of an import and where in it: what is kept for it a second time is what it was the first time. */
export interface TraceKey {
  readonly importId: string;
  readonly run: number;
}

export interface ImportTraceStore {
  /** `of`: the first training they came with. */
  keepPeople(key: TraceKey, of: TrainingCode, trace: PeopleTrace): Promise<void>;
  keepTrainings(key: TraceKey, traces: readonly TrainingTrace[]): Promise<void>;
  /** Of this run and those after it; of several about one thing the earliest. */
  since(key: TraceKey): Promise<{
    readonly people: readonly PeopleTrace[];
    readonly trainings: readonly TrainingTrace[];
  }>;
}
