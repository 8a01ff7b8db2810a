import type { PersonId, RoundId, TrainingCode, VisitKind } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';

/**
 * missed: it was planned, or its training imported, only after its due day. cancelled: its training does not take place; taken
 * back, it stands as it stood.
 */
export const roundStates = ['planned', 'open', 'closed', 'missed', 'cancelled'] as const;
export type RoundState = (typeof roundStates)[number];

/** A round of visits: everybody of one training asked the same thing in one window (T1–T5). */
export interface Round {
  readonly id: RoundId;
  readonly training: TrainingCode;
  readonly kind: VisitKind;
  readonly occurrence: number;
  /** Tells it from others of its kind: "Month 3". None where there is but one. */
  readonly label?: Text;
  readonly opensAt: Date;
  /** The end of the due day: the first instant at which answers are refused. */
  readonly dueAt: Date;
  /** Local date of the due day in the training's zone. */
  readonly dueDate: string;
  /** When those who have not answered are reminded, in order. */
  readonly remindAt: readonly Date[];
  readonly remindersDone: number;
  readonly state: RoundState;
  /** `t1.1`: questionnaire id and version, fixed when the round opens. */
  readonly questionnaire?: string;
  /** What that questionnaire meant then; not kept of rounds opened by the version before. */
  readonly questionnaireDigest?: string;
  /** The instructors asked about, fixed when the round opens. */
  readonly instructors: readonly { readonly person: PersonId; readonly name: string }[];
  readonly closedAt?: Date;
  /** Issues raised and result deliveries planned. */
  readonly announced: boolean;
  /** It is told together with others, by this pool's result, and never by itself. */
  readonly pool?: RoundId;
}

/** Whether it may be asked in by now, or while it is being opened: never one that waits for its training's new dates. */
export const hasBegun = ({ state, opensAt }: Pick<Round, 'state' | 'opensAt'>, now: Date): boolean =>
  state !== 'cancelled' && opensAt <= now;
