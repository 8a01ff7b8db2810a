import type { PersonId, TrainingCode } from '../kernel/ids.ts';

/** Somebody on a training's roster. Importing never removes anybody; a withdrawn mark does. */
export interface Enrolment {
  readonly training: TrainingCode;
  readonly person: PersonId;
  readonly department: string;
  readonly manager?: PersonId;
  readonly withdrawn: boolean;
}
